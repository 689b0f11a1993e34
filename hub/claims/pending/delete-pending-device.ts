import type { Fault } from '../../../protocol/dashboard/faults.ts';
import type { Actor } from '../../base/actor.ts';
import { type Result, ok } from '../../base/result.ts';
import { type Claims, alreadyClaimed, findPending } from '../claims.ts';
import { type RegistrationRecord, Registration } from '../entities.ts';
import { stopPlaying } from '../play-virtual-board.ts';
import { dropBoardsOf } from '../registration/provision.ts';
import { tellDeviceOf } from '../registration/registrations-of.ts';

/** Deletes a pending device. Its registration key is invalid at once. */
export async function deletePendingDevice(claims: Claims, id: string, by: Actor): Promise<Result<void, Fault>> {
	const found = findPending(claims, id);
	if (!found.ok) return found;
	const registration = found.value;
	// Removed from memory before the write, so that no board gets in meanwhile; a claim that is being written may win.
	claims.forget(registration);
	let deleted = 0;
	try {
		deleted = await claims.options.orm.em.fork().nativeDelete(Registration, { id, usedByMac: null });
	} finally {
		if (deleted === 0) claims.keep(registration);
	}
	if (deleted === 0) return alreadyClaimed(registration);
	await tellPendingDeleted(claims, registration, by);
	return ok();
}

/** Call once it is deleted: disconnects boards that wait with its key, and stops the virtual board that is played for it. */
export async function tellPendingDeleted(claims: Claims, registration: RegistrationRecord, by: Actor): Promise<void> {
	const { id, name } = registration;
	dropBoardsOf(claims, registration, 'deleted');
	claims.events.emit('PendingRemoved', { id, why: 'deleted' });
	claims.events.emit('PendingDeleted', { id, name, by });
	tellDeviceOf(claims, registration);
	await stopPlaying(claims, id);
}
