import type { EntityManager } from '@mikro-orm/sqlite';
import type { Actor } from '../../base/actor.ts';
import { CLOSE } from '../../link/faults.ts';
import type { Devices, LiveKey } from '../devices.ts';
import { Device, DeviceKey } from '../entities.ts';
import type { LiveDevice } from '../live-device.ts';
import { goOffline } from '../presence/presence.ts';
import { settle } from '../relays/set-relay.ts';

/**
 * Revokes every token of a device and disconnects its board. No board gets in from the first moment on; if the write
 * fails, everything is restored. `alongside` writes in the same transaction. Call only while holding the device's
 * turn. The record stays, marked as revoked unless `alongside` gives it a new key.
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

/** Call when the revocation is complete. */
export function tellRevoked(devices: Devices, device: LiveDevice, by: Actor): void {
	devices.events.emit('TokenRevoked', { device, by });
	devices.tellChanged(device);
}

/** Keeps only the id of a revoked key, so that its board is told why it is refused. */
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
