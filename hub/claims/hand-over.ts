import type { EntityManager } from '@mikro-orm/sqlite';
import type { HandOver, PendingChoice } from '../accounts/people/people-dependents.ts';
import type { Actor } from '../base/actor.ts';
import { handOverDevices } from '../devices/people/hand-over-devices.ts';
import type { Claims } from './claims.ts';
import { type RegistrationRecord, Registration } from './entities.ts';
import { tellPendingDeleted } from './pending/delete-pending-device.ts';
import { stopPlaying } from './play-virtual-board.ts';
import { tellDeviceOf } from './registration/registrations-of.ts';

/**
 * Gives the devices and pending devices of a person who is removed to another, inside the caller's transaction. Pending
 * devices that are deleted instead leave memory before the write, so that no board gets in meanwhile. Those that are
 * kept expire: whoever left may have a copy of their config files, so a board that comes with one waits for a person.
 */
export async function handOver(
	claims: Claims,
	em: EntityManager,
	from: string,
	to: string,
	choice: PendingChoice,
): Promise<HandOver> {
	const theirs = choice === 'delete' ? claims.pending().filter(({ ownerId }) => ownerId === from) : [];
	for (const registration of theirs) claims.forget(registration);
	const undone = () => theirs.forEach((registration) => claims.keep(registration));
	try {
		const deleted = await deletePending(claims, em, theirs);
		const expiresAt = claims.options.clock.now();
		const unused = { ownerId: from, usedByMac: null, expiresAt: { $gt: expiresAt } };
		await em.nativeUpdate(Registration, unused, { expiresAt });
		await em.nativeUpdate(Registration, { ownerId: from }, { ownerId: to });
		const devicesHandedOver = await handOverDevices(claims.options.devices, em, from, to);
		return {
			undone,
			async committed(by: Actor) {
				devicesHandedOver();
				pendingHandedOver(claims, { from, to, expiresAt });
				for (const registration of deleted)
					// One that expired long ago has no card any more, but the hub may still play its board.
					if (registration.sealedKey) await tellPendingDeleted(claims, registration, by);
					else await stopPlaying(claims, registration.id);
			},
		};
	} catch (error) {
		undone();
		throw error;
	}
}

/** Answers those that were deleted. One that a board claimed at the last moment stays. */
async function deletePending(
	claims: Claims,
	em: EntityManager,
	theirs: readonly RegistrationRecord[],
): Promise<RegistrationRecord[]> {
	if (theirs.length === 0) return [];
	const ids = theirs.map(({ id }) => id);
	const open = await em.find(Registration, { id: ids, usedByMac: null }, { fields: ['id'] });
	const openIds = new Set(open.map(({ id }) => id));
	await em.nativeDelete(Registration, { id: [...openIds] });
	for (const registration of theirs) if (!openIds.has(registration.id)) claims.keep(registration);
	return theirs.filter(({ id }) => openIds.has(id));
}

/** A board that waits with one of them has the same record, and a card of its own. */
function pendingHandedOver(
	claims: Claims,
	{ from, to, expiresAt }: { from: string; to: string; expiresAt: number },
): void {
	const theirs = [...claims.byId.values()].filter(({ ownerId }) => ownerId === from);
	for (const registration of theirs) {
		registration.ownerId = to;
		if (registration.usedByMac !== null || registration.expiresAt <= expiresAt) continue;
		registration.expiresAt = expiresAt;
		claims.expiryTold.add(registration.id); // nobody was too slow to set it up
		tellDeviceOf(claims, registration);
	}
	const waiting = [...claims.conflicts.values()].filter(({ registration }) => theirs.includes(registration));
	const pending = theirs.filter(({ usedByMac, sealedKey }) => usedByMac === null && sealedKey !== null);
	for (const { id } of [...pending, ...waiting]) claims.events.emit('PendingChanged', { id });
}

export function countOf(claims: Claims, userId: string): { devices: number; pending: number } {
	const isTheirs = ({ ownerId }: Pick<RegistrationRecord, 'ownerId'>) => ownerId === userId;
	return {
		devices: [...claims.options.devices.byId.values()].filter(({ record }) => isTheirs(record)).length,
		pending: claims.pending().filter((pending) => isTheirs(pending) && pending.sealedKey !== null).length,
	};
}
