import type { PendingView } from '$protocol/dashboard/pending.ts';

/** Whether it is this pending device, or a board that came up as it and waited for a decision. */
const isOf = (id: string, one: string) => one === id || one.startsWith(`${id}.`);

/** The board that came up as this pending device and waits for a decision. */
export function waitingBoardOf(id: string, pending: Iterable<PendingView>): PendingView | undefined {
	return [...pending].find((one) => one.state === 'awaiting' && isOf(id, one.id));
}

/** The device that this pending device became, by itself or by a decision. `claimed`: pending device → device. */
export function deviceOf(id: string, claimed: Iterable<[pending: string, device: string]>): string | undefined {
	return [...claimed].find(([pending]) => isOf(id, pending))?.[1];
}

/** How far a pending device is. `present`: it is still in the list. */
export function stageOf(now: {
	claimedAs: string | undefined;
	waiting: PendingView | undefined;
	present: PendingView | undefined;
	leftMs: number;
}): 'claimed' | 'awaiting' | 'gone' | 'open' | 'expired' {
	const { claimedAs, waiting, present, leftMs } = now;
	if (claimedAs !== undefined) return 'claimed';
	if (waiting) return 'awaiting';
	if (!present) return 'gone';
	return present.state === 'ready' && leftMs > 0 ? 'open' : 'expired';
}
