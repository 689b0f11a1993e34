import { expect, it } from 'vitest';
import type { PendingView } from '$protocol/dashboard/pending.ts';
import { deviceOf, stageOf, waitingBoardOf } from './stage.ts';

const one = (id: string, state: PendingView['state']) => ({ id, state }) as PendingView;

it('finds the board that waits for a decision by the pending device it came up as', () => {
	const all = [one('p1', 'ready'), one('p2.c8c9a3010203', 'awaiting'), one('p22.c8c9a3010204', 'awaiting')];
	expect(waitingBoardOf('p2', all)?.id).toBe('p2.c8c9a3010203');
	expect(waitingBoardOf('p22.c8c9a3010204', all)?.id).toBe('p22.c8c9a3010204');
	expect(waitingBoardOf('p1', all)).toBeUndefined();
});

it('finds the device it became, also by a decision', () => {
	const claimed: [string, string][] = [
		['p1', 'd1'],
		['p2.c8c9a3010203', 'd2'],
	];
	expect([deviceOf('p1', claimed), deviceOf('p2', claimed), deviceOf('p', claimed)]).toEqual(['d1', 'd2', undefined]);
});

it('is as far as what is known of it says, and the device it became comes first', () => {
	const at = { claimedAs: undefined, waiting: undefined, present: one('p1', 'ready'), leftMs: 1 };
	expect(stageOf(at)).toBe('open');
	expect(stageOf({ ...at, leftMs: 0 })).toBe('expired');
	expect(stageOf({ ...at, present: one('p1', 'expired') })).toBe('expired');
	expect(stageOf({ ...at, present: undefined })).toBe('gone');
	expect(stageOf({ ...at, waiting: one('p1', 'awaiting') })).toBe('awaiting');
	expect(stageOf({ ...at, waiting: one('p1', 'awaiting'), claimedAs: 'd1' })).toBe('claimed');
});
