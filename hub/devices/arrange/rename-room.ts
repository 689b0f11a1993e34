import type { EntityManager } from '@mikro-orm/sqlite';
import type { Actor } from '../../base/actor.ts';
import type { KeyedMutex } from '../../base/keyed-mutex.ts';
import type { Devices } from '../devices.ts';
import { Device } from '../entities.ts';

/**
 * Gives a room another name, on all of its devices at once; what guests reach in it goes with it. A room is the name that
 * its devices have: one that no device is in does not exist, and nothing is done.
 */
export function renameRoom(devices: Devices, wish: { from: string; to: string; by: Actor }): Promise<void> {
	const { dependents, locks } = devices;
	const { from, to, by } = wish;
	return dependents.withLock(() =>
		withLocks(locks, inRoom(devices, from).sort(), async () => {
			const ids = inRoom(devices, from);
			if (ids.length === 0 || from === to) return;
			const room = { from, to, devices: ids, isMerged: inRoom(devices, to).length > 0 };
			const follow = await devices.options.orm.em.fork().transactional(async (em) => {
				await em.nativeUpdate(Device, { id: ids }, { room: to });
				return dependents.followRoom(em as EntityManager, room);
			});
			const moved = ids.map((id) => devices.byId.get(id)!);
			for (const { record } of moved) record.room = to;
			follow();
			for (const device of moved) {
				devices.events.emit('DeviceMoved', { device, before: from, by });
				devices.tellChanged(device);
			}
		}),
	);
}

function inRoom({ byId }: Devices, room: string): string[] {
	return [...byId.values()].flatMap(({ record }) => (record.room === room ? [record.id] : []));
}

/** Runs `act` with the locks of all these devices. Sorted, so that two of these never wait for each other. */
function withLocks<T>(locks: KeyedMutex, [id, ...rest]: readonly string[], act: () => Promise<T>): Promise<T> {
	return id === undefined ? act() : locks.run(id, () => withLocks(locks, rest, act));
}
