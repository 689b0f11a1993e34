import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Reread } from './reread.svelte.ts';

/** the requests, in the order in which they were made */
let asked: { resolve: (answer: unknown) => void; reject: (error: Error) => void }[] = [];
beforeEach(() => {
	asked = [];
	vi.stubGlobal('fetch', () => new Promise((resolve, reject) => asked.push({ resolve, reject })));
});
afterEach(() => void vi.unstubAllGlobals());

/** The hub's answer to the request with this number. */
const answer = (number: number, json: unknown, status = 200) =>
	asked[number]!.resolve({ ok: status < 400, status, text: async () => JSON.stringify(json) });
const outOfReach = (number: number) => asked[number]!.reject(new TypeError('Failed to fetch'));
const settled = () => new Promise((resolve) => setImmediate(resolve));

it('shows the answer to the newest request, in whichever order they come', async () => {
	const list = new Reread<string>('/people', () => undefined);
	list.read();
	list.read();
	answer(1, 'newer');
	await settled();
	answer(0, 'older');
	await settled();
	expect(list.current).toBe('newer');
});

it('keeps what it shows while it reads again, and tells of a refusal', async () => {
	const refused: string[] = [];
	const list = new Reread<string>('/people', ({ message }) => refused.push(message));
	list.read();
	answer(0, 'known');
	await settled();
	list.read();
	expect(list.current).toBe('known');
	answer(1, { code: 'not-allowed', message: 'No.' }, 403);
	await settled();
	expect([list.current, refused]).toEqual(['known', ['No.']]);
});

it('asks again while the hub is out of reach, until it is stopped', async () => {
	vi.useFakeTimers();
	try {
		const list = new Reread<string>('/people', () => undefined);
		list.read();
		outOfReach(0);
		await vi.advanceTimersByTimeAsync(2_000);
		expect(asked.length).toBe(2);
		list.stop();
		outOfReach(1);
		await vi.advanceTimersByTimeAsync(10_000);
		expect(asked.length).toBe(2);
	} finally {
		vi.useRealTimers();
	}
});

it('shows the answer to a change, and not that to an earlier read', async () => {
	const list = new Reread<string>('/people', () => undefined);
	list.read();
	list.take('changed');
	answer(0, 'read before');
	await settled();
	expect(list.current).toBe('changed');
});

it('does not read once it is stopped', () => {
	const list = new Reread<string>('/people', () => undefined);
	list.stop();
	list.read();
	expect(asked).toEqual([]);
});
