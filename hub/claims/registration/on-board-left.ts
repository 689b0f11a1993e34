import type { Claims } from '../claims.ts';
import { conflictOfBoard, loseConflict } from '../conflicts.ts';
import type { RegisteringBoard } from './registering-board.ts';

/** The link of a registering board is gone. A commit under way goes on; everything else waits until the board is back. */
export function onBoardLeft(claims: Claims, board: RegisteringBoard): void {
	board.left = true;
	if (board.committing) return;
	const conflict = conflictOfBoard(claims, board);
	if (conflict) loseConflict(claims, conflict);
	if (board.offer) {
		board.offer.timer.cancel();
		const { done } = board.offer;
		board.offer = null;
		done('link-lost');
	}
	claims.setStep(board.registration.id, null);
}
