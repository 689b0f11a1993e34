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
 * A person claims a waiting board, as a new device or as the new board of the device `replace`, which keeps its
 * record, name, history and settings. Resolves when the board has stored its key.
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

/** Disconnects the board. It keeps its keys and retries with growing pauses. */
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
