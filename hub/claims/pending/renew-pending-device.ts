import type { Fault } from '../../../protocol/dashboard/faults.ts';
import type { Actor } from '../../base/actor.ts';
import { type Result, ok } from '../../base/result.ts';
import { type Claims, alreadyClaimed, findPending } from '../claims.ts';
import { type RegistrationRecord, Registration } from '../entities.ts';
import { PENDING_MS } from '../limits.ts';
import { freshKey } from './make-pending-device.ts';
import { stopPlaying } from '../play-virtual-board.ts';
import { dropBoardsOf } from '../registration/provision.ts';
import { tellDeviceOf } from '../registration/registrations-of.ts';

/** Keeps the plan and makes a new registration key, valid for another 24 hours. The old key is invalid at once. */
export async function renewPendingDevice(
	claims: Claims,
	id: string,
	by: Actor,
): Promise<Result<RegistrationRecord, Fault>> {
	const found = findPending(claims, id);
	if (!found.ok) return found;
	const old = found.value;
	const now = claims.options.clock.now();
	const change = { ...freshKey(claims, id), createdAt: now, expiresAt: now + PENDING_MS };
	const renewed = { ...old, ...change };
	// Removed from memory before the write, so that no board gets in with the old key meanwhile.
	claims.forget(old);
	let changed = 0;
	try {
		changed = await claims.options.orm.em.fork().nativeUpdate(Registration, { id, usedByMac: null }, change);
	} finally {
		if (changed === 0) claims.keep(old);
	}
	if (changed === 0) return alreadyClaimed(old);
	claims.keep(renewed);
	dropBoardsOf(claims, old, 'gone');
	claims.events.emit('PendingRenewed', { id, name: renewed.name, by });
	claims.events.emit('PendingChanged', { id });
	tellDeviceOf(claims, renewed);
	await stopPlaying(claims, id); // a board that the hub plays for it has the old key
	return ok(renewed);
}
