import { beforeEach, expect, it, vi } from 'vitest';
import { request } from '../hub/request.ts';
import { Reread } from './reread.svelte.ts';

vi.mock('../hub/request.ts', () => ({ request: vi.fn() }));

/** resolve the requests, in the order in which they were made */
let answers: ((answer: unknown) => void)[] = [];
beforeEach(() => {
	answers = [];
	vi.mocked(request).mockImplementation(() => new Promise((resolve) => answers.push(resolve as never)));
});
const settled = () => new Promise((resolve) => setImmediate(resolve));

it('shows the answer to the newest request, in whichever order they come', async () => {
	const list = new Reread<string>('/people', () => undefined);
	list.read();
	list.read();
	answers[1]!({ ok: true, value: 'newer' });
	await settled();
	answers[0]!({ ok: true, value: 'older' });
	await settled();
	expect(list.current).toBe('newer');
});

it('keeps what it shows while it reads again, and tells of a refusal', async () => {
	const refused: string[] = [];
	const list = new Reread<string>('/people', ({ message }) => refused.push(message));
	list.read();
	answers[0]!({ ok: true, value: 'known' });
	await settled();
	list.read();
	expect(list.current).toBe('known');
	answers[1]!({ ok: false, error: { code: 'not-allowed', message: 'No.' } });
	await settled();
	expect([list.current, refused]).toEqual(['known', ['No.']]);
});

it('asks again while the hub is out of reach, until it is stopped', async () => {
	vi.useFakeTimers();
	try {
		const list = new Reread<string>('/people', () => undefined);
		list.read();
		answers[0]!({ ok: false, error: { code: 'internal', message: 'Out of reach.' } });
		await vi.advanceTimersByTimeAsync(2_000);
		expect(answers.length).toBe(2);
		list.stop();
		answers[1]!({ ok: false, error: { code: 'internal', message: 'Out of reach.' } });
		await vi.advanceTimersByTimeAsync(10_000);
		expect(answers.length).toBe(2);
	} finally {
		vi.useRealTimers();
	}
});

it('shows the answer to a change, and not that to an earlier read', async () => {
	const list = new Reread<string>('/people', () => undefined);
	list.read();
	list.take('changed');
	answers[0]!({ ok: true, value: 'read before' });
	await settled();
	expect(list.current).toBe('changed');
});

it('does not read once it is stopped', () => {
	const list = new Reread<string>('/people', () => undefined);
	list.stop();
	list.read();
	expect(answers).toEqual([]);
});
