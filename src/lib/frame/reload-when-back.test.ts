import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { reloadWhenBack } from './reload-when-back.ts';

const reloaded = vi.fn();
const kept = new Map<string, string>();
let answers = true;

beforeEach(() => {
	vi.useFakeTimers();
	kept.clear();
	answers = true;
	vi.stubGlobal('location', { reload: reloaded });
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
	reloaded.mockClear();
});

it('reloads the page as soon as the hub answers, and not before', async () => {
	answers = false;
	reloadWhenBack();
	await vi.advanceTimersByTimeAsync(60_000);
	expect(reloaded).not.toHaveBeenCalled();
	answers = true;
	await vi.advanceTimersByTimeAsync(3_000);
	expect(reloaded).toHaveBeenCalledOnce();
});

it('waits between reloads of a page that fails every time', async () => {
	for (let load = 0; load < 2; load++) {
		const stop = reloadWhenBack();
		await vi.advanceTimersByTimeAsync(1_000);
		stop();
	}
	expect(reloaded).toHaveBeenCalledOnce();
	reloadWhenBack();
	await vi.advanceTimersByTimeAsync(30_000);
	expect(reloaded).toHaveBeenCalledTimes(2);
});

it('reloads without storage too, after the full pause', async () => {
	const refuse = () => {
		throw new Error('The operation is insecure.');
	};
	vi.stubGlobal('sessionStorage', { getItem: refuse, setItem: refuse });
	reloadWhenBack();
	await vi.advanceTimersByTimeAsync(29_000);
	expect(reloaded).not.toHaveBeenCalled();
	await vi.advanceTimersByTimeAsync(2_000);
	expect(reloaded).toHaveBeenCalledOnce();
});
