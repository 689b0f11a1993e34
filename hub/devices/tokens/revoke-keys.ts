import type { EntityManager } from '@mikro-orm/sqlite';
import type { Actor } from '../../base/actor.ts';
import { CLOSE } from '../../link/faults.ts';
import type { Devices, LiveKey } from '../devices.ts';
import { Device, DeviceKey } from '../entities.ts';
import type { LiveDevice } from '../live-device.ts';
import { goOffline } from '../presence/presence.ts';
import { settle } from '../relays/set-relay.ts';

/**
 * Every token of a device dies, whether its board is there or not; `alongside` writes what belongs to it in the same
 * transaction. No board gets in from the first moment on, and where the write fails all is as it was. Only ever within the
 * device's turn. The record stays, marked as revoked unless `alongside` gives it a new key.
 */
export async function revokeKeys(
	devices: Devices,
	device: LiveDevice,
	alongside: (em: EntityManager) => Promise<void>,
): Promise<void> {
	const { orm, clock } = devices.options;
	const now = clock.now();
	const keys = devices.keysOf(device);
	for (const [keyId] of keys) {
		devices.keys.delete(keyId);
		devices.revokedKeys.set(keyId, device);
	}
	try {
		await orm.em.fork().transactional(async (em) => {
			await revokeRows(
				em as EntityManager,
				keys.map(([keyId]) => keyId),
				now,
			);
			await em.nativeUpdate(Device, { id: device.record.id }, { revokedAt: now });
			await alongside(em as EntityManager);
		});
	} catch (error) {
		restore(devices, keys);
		throw error;
	}
	device.record.revokedAt = now;
	const { link } = device;
	device.link = null;
	for (const relay of device.relays) if (relay.command) settle(devices, device, relay, 'link-lost');
	goOffline(devices, device);
	link?.close(CLOSE.REVOKED, 'The token of this device was revoked.');
}

/** Once that and what goes with it is done. */
export function tellRevoked(devices: Devices, device: LiveDevice, by: Actor): void {
	devices.events.emit('TokenRevoked', { device, by });
	devices.tellChanged(device);
}

/** Of a revoked key only its id is left. */
export async function revokeRows(em: EntityManager, keyIds: string[], now: number): Promise<void> {
	if (keyIds.length > 0)
		await em.nativeUpdate(DeviceKey, { keyId: keyIds }, { sealed: Buffer.alloc(0), revokedAt: now });
}

function restore(devices: Devices, keys: [keyId: string, key: LiveKey][]): void {
	for (const [keyId, key] of keys) {
		devices.revokedKeys.delete(keyId);
		devices.keys.set(keyId, key);
	}
}
