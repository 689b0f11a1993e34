import { type Fault, fault } from '../../protocol/dashboard/faults.ts';
import type { Actor } from '../base/actor.ts';
import { newId } from '../base/random.ts';
import { type Result, ok } from '../base/result.ts';
import { findDevice } from '../devices/find-device.ts';
import type { LiveDevice } from '../devices/live-device.ts';
import { CLOSE } from '../link/faults.ts';
import type { Claims } from './claims.ts';
import { endConflict } from './conflicts.ts';
import { PROVISION_DEADLINE_MS } from './limits.ts';
import { provision } from './registration/provision.ts';
import type { ClaimWish } from './registration/registering-board.ts';

/**
 * CLAIM THIS DEVICE: a person takes a waiting board in, as a new device or in the place of the board of `replace`, whose
 * record, name, history and settings stay. Resolves when the board has its key.
 */
export async function claimConflict(
	claims: Claims,
	id: string,
	wish: { ownerId: string; by: Actor; replace?: string | undefined },
): Promise<Result<LiveDevice, Fault>> {
	const conflict = claims.conflicts.get(id);
	if (!conflict) return fault('no-such-conflict');
	const { board, registration } = conflict;
	if (!board) return fault('board-left');
	if (board.offer) return fault('being-claimed');
	const { devices, random } = claims.options;
	if (wish.replace !== undefined) {
		const replaced = findDevice(devices, wish.replace);
		if (!replaced.ok) return replaced;
	}
	const fresh = registration.usedByMac === null && !registration.forDeviceId ? registration.id : newId(random);
	const deviceId = wish.replace ?? fresh;
	const how = wish.replace === undefined ? ('new' as const) : ('replaced' as const);
	const outcome = await new Promise<Parameters<ClaimWish['done']>[0]>((done) =>
		provision(claims, board, { deviceId, ownerId: wish.ownerId, by: wish.by, how, done }, PROVISION_DEADLINE_MS),
	);
	const device = devices.byId.get(deviceId);
	if (outcome === 'claimed' && device) return ok(device);
	if (outcome === 'failed') return fault('claimed-meanwhile');
	return fault('claim-not-answered');
}

/** The board is sent away; it keeps its keys and will ask again, more and more slowly. */
export function rejectConflict(claims: Claims, id: string, by: Actor): Result<void, Fault> {
	const conflict = claims.conflicts.get(id);
	if (!conflict) return fault('no-such-conflict');
	if (conflict.board?.committing) return fault('being-claimed');
	const { board } = conflict;
	if (board?.offer) {
		board.offer.timer.cancel();
		board.offer.done('failed');
		board.offer = null;
	}
	endConflict(claims, conflict, 'rejected');
	const { registration, mac } = conflict;
	claims.events.emit('ConflictRejected', { id, name: registration.name, mac, by });
	board?.link.close(CLOSE.CONFLICT, 'Somebody rejected this board.');
	return ok();
}
