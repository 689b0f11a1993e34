import type { EntityManager } from '@mikro-orm/sqlite';
import type { Fault } from '../../protocol/dashboard/faults.ts';
import type { Actor } from '../base/actor.ts';
import { type Result, ok } from '../base/result.ts';
import { CLOSE } from '../link/faults.ts';
import type { Devices } from './devices.ts';
import { Device } from './entities.ts';
import { findDevice } from './find-device.ts';
import { stopWatching } from './presence/presence.ts';
import { deleteSamplesOf } from './readings/samples.ts';
import { clearFailure, settle } from './relays/set-relay.ts';

/**
 * Deletes the device with its tokens, states and samples, then closes its link. The hub does not know the board any
 * more. `alongside` writes what other areas keep of it, in the same transaction.
 */
export function deleteDevice(
	devices: Devices,
	id: string,
	by: Actor,
	alongside: (em: EntityManager) => Promise<unknown>,
): Promise<Result<void, Fault>> {
	const { dependents, locks, options } = devices;
	return dependents.withLock(() =>
		locks.run(id, async () => {
			const found = findDevice(devices, id);
			if (!found.ok) return found;
			const device = found.value;
			const relaysLeft = await options.orm.em.fork().transactional(async (em) => {
				await deleteSamplesOf(em as EntityManager, id);
				await em.nativeDelete(Device, { id }); // keys, live row and presence go with it
				await alongside(em as EntityManager);
				return dependents.dropGoneDevice(em as EntityManager, id);
			});
			devices.byId.delete(id);
			for (const [keyId] of devices.keysOf(device)) devices.keys.delete(keyId);
			if (device.record.legacyTokenHash) devices.legacyTokens.delete(device.record.legacyTokenHash);
			for (const [keyId, of] of devices.revokedKeys) if (of === device) devices.revokedKeys.delete(keyId);
			for (const relay of device.relays) {
				if (relay.command) settle(devices, device, relay, 'link-lost');
				clearFailure(relay);
			}
			stopWatching(device);
			const { link } = device;
			device.link = null;
			relaysLeft(by);
			dependents.onDeviceDeleted(id);
			devices.events.emit('DeviceRemoved', { id, name: device.record.name, by });
			link?.close(CLOSE.UNKNOWN, 'This device was deleted.');
			return ok();
		}),
	);
}
