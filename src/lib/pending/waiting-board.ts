import type { PendingView } from '$protocol/dashboard/pending.ts';

/** The board that came up as this pending device and waits for a decision. Its id begins with that of the pending device. */
export function waitingBoardOf(id: string, pending: Iterable<PendingView>): PendingView | undefined {
	return [...pending].find((one) => one.state === 'awaiting' && (one.id === id || one.id.startsWith(`${id}.`)));
}
