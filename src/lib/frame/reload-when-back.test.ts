import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { reloadWhenBack } from './reload-when-back.ts';

const loadAnew = vi.fn();
const kept = new Map<string, string>();
let answers = true;

beforeEach(() => {
	vi.useFakeTimers();
	kept.clear();
	answers = true;
	vi.stubGlobal('location', { reload: loadAnew });
	vi.stubGlobal('sessionStorage', {
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: (key: string, value: string) => kept.set(key, value),
	});
	vi.stubGlobal('fetch', async () => {
		if (!answers) throw new TypeError('Failed to fetch');
		return { ok: true, status: 200, text: async () => '{}' };
	});
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
	loadAnew.mockClear();
});

it('loads the page anew as soon as the hub answers, and not before', async () => {
	answers = false;
	reloadWhenBack();
	await vi.advanceTimersByTimeAsync(60_000);
	expect(loadAnew).not.toHaveBeenCalled();
	answers = true;
	await vi.advanceTimersByTimeAsync(3_000);
	expect(loadAnew).toHaveBeenCalledOnce();
});

it('does not load a page that fails each time again and again', async () => {
	for (let load = 0; load < 2; load++) {
		const stop = reloadWhenBack();
		await vi.advanceTimersByTimeAsync(1_000);
		stop();
	}
	expect(loadAnew).toHaveBeenCalledOnce();
	reloadWhenBack();
	await vi.advanceTimersByTimeAsync(30_000);
	expect(loadAnew).toHaveBeenCalledTimes(2);
});

it('loads the page anew also where the browser lets nothing be kept, but not again and again', async () => {
	const refuse = () => {
		throw new Error('The operation is insecure.');
	};
	vi.stubGlobal('sessionStorage', { getItem: refuse, setItem: refuse });
	reloadWhenBack();
	await vi.advanceTimersByTimeAsync(29_000);
	expect(loadAnew).not.toHaveBeenCalled();
	await vi.advanceTimersByTimeAsync(2_000);
	expect(loadAnew).toHaveBeenCalledOnce();
});
