import { newId } from '../base/random.ts';
import { type Result, fault, ok } from '../base/result.ts';
import type { LiveDevice } from '../devices/live-device.ts';
import { CLOSE } from '../link/faults.ts';
import type { Claims } from './claims.ts';
import { endConflict } from './conflicts.ts';
import type { ClaimFault } from './faults.ts';
import { PROVISION_DEADLINE_MS } from './limits.ts';
import { type ClaimWish, provision } from './registering-board.ts';

/** CLAIM THIS DEVICE: a person takes a waiting board in as a new device. Resolves when the board has its key. */
export async function claimConflict(
	claims: Claims,
	id: string,
	ownerId: string,
): Promise<Result<LiveDevice, ClaimFault>> {
	const conflict = claims.conflicts.get(id);
	if (!conflict) return fault('no-such-conflict', 'This board does not wait any more.');
	const { board, registration } = conflict;
	if (!board)
		return fault('board-not-connected', 'The board has lost its link. It comes back by itself; try again then.');
	if (board.offer) return fault('already-claimed', 'Somebody is claiming this board just now.');
	const deviceId = registration.usedByMac === null ? registration.id : newId(claims.options.random);
	const outcome = await new Promise<Parameters<ClaimWish['done']>[0]>((done) =>
		provision(claims, board, { deviceId, ownerId, again: false, done }, PROVISION_DEADLINE_MS),
	);
	const device = claims.options.devices.byId.get(deviceId);
	if (outcome === 'claimed' && device) return ok(device);
	if (outcome === 'failed')
		return fault('already-claimed', 'The board could not be claimed: its key was claimed or deleted meanwhile.');
	return fault('no-answer', 'The board did not answer. It comes back by itself; try again then.');
}

/** The board is sent away; it keeps its keys and will ask again, more and more slowly. */
export function rejectConflict(claims: Claims, id: string): Result<void, ClaimFault> {
	const conflict = claims.conflicts.get(id);
	if (!conflict) return fault('no-such-conflict', 'This board does not wait any more.');
	if (conflict.board?.committing) return fault('already-claimed', 'Somebody is claiming this board just now.');
	const { board } = conflict;
	if (board?.offer) {
		board.offer.timer.cancel();
		board.offer.done('failed');
		board.offer = null;
	}
	endConflict(claims, conflict, 'rejected');
	board?.link.close(CLOSE.CONFLICT, 'Somebody rejected this board.');
	return ok();
}
