import type { EntityManager } from '@mikro-orm/sqlite';
import type { Fault } from '../../protocol/dashboard/faults.ts';
import type { Actor } from '../base/actor.ts';
import type { Result } from '../base/result.ts';
import { deleteDevice } from '../devices/delete-device.ts';
import type { Claims } from './claims.ts';
import { stopPlaying } from './play-virtual-board.ts';
import { forgetRegistrationsOf, deleteRegistrationsOf } from './registration/registrations-of.ts';

/**
 * Deletes a device, the registration it was claimed with and the firmware made for it, so that its board cannot
 * register again. `alongside` deletes what other areas keep of it, in the same transaction.
 */
export async function removeDevice(
	claims: Claims,
	id: string,
	by: Actor,
	alongside: (em: EntityManager) => Promise<unknown> = async () => undefined,
): Promise<Result<void, Fault>> {
	const removed = await deleteDevice(claims.options.devices, id, by, async (em) => {
		await deleteRegistrationsOf(em, id);
		await alongside(em);
	});
	if (!removed.ok) return removed;
	forgetRegistrationsOf(claims, id);
	await stopPlaying(claims, id);
	return removed;
}
