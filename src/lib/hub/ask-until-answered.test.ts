import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { askUntilAnswered } from './ask-until-answered.ts';
import type { Outcome } from './request.ts';

const LOST: Outcome<string> = { ok: false, error: { code: 'internal', message: 'The hub is out of reach.' } };
const [take, refused] = [vi.fn(), vi.fn()];
const hub = vi.fn<(path: string) => Promise<Outcome<string>>>();

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
	vi.useRealTimers();
	vi.resetAllMocks();
});

it('repeats the request until the hub answers', async () => {
	hub.mockResolvedValueOnce(LOST).mockResolvedValueOnce(LOST).mockResolvedValue({ ok: true, value: 'boards' });
	askUntilAnswered('/boards', take, refused, hub);
	await vi.advanceTimersByTimeAsync(60_000);
	expect(hub.mock.calls).toEqual([['/boards'], ['/boards'], ['/boards']]);
	expect([take.mock.calls, refused.mock.calls]).toEqual([[['boards']], []]);
});

it('does not repeat a request that the hub refused', async () => {
	const error = { code: 'not-allowed', message: 'Only the owner may.' } as const;
	hub.mockResolvedValue({ ok: false, error });
	askUntilAnswered('/settings', take, refused, hub);
	await vi.advanceTimersByTimeAsync(60_000);
	expect([hub.mock.calls.length, refused.mock.calls]).toEqual([1, [[error]]]);
});

it('neither asks nor passes on a late answer after it was stopped', async () => {
	hub.mockResolvedValue(LOST);
	const stop = askUntilAnswered('/settings', take, refused, hub);
	await vi.advanceTimersByTimeAsync(1_000);
	stop();
	hub.mockResolvedValue({ ok: true, value: 'late' });
	await vi.advanceTimersByTimeAsync(60_000);
	expect([hub.mock.calls.length, take.mock.calls]).toEqual([1, []]);
});
