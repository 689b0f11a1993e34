import type { EntityManager } from '@mikro-orm/sqlite';
import type { Actor } from '../../base/actor.ts';
import { CLOSE } from '../../link/faults.ts';
import type { Devices, LiveKey } from '../devices.ts';
import { Device, DeviceKey } from '../entities.ts';
import type { LiveDevice } from '../live-device.ts';
import { goOffline } from '../presence/presence.ts';
import { settle } from '../relays/set-relay.ts';

/** Revoked keys of one device that are remembered. Only ids are kept of them. */
export const MAX_REVOKED_KEYS = 32;
/** A database that has collected more is relieved of them bit by bit. */
const MAX_FORGOTTEN_AT_ONCE = 1_000;

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
	let forget: () => void = () => undefined;
	try {
		await orm.em.fork().transactional(async (em) => {
			await revokeRows(
				em as EntityManager,
				keys.map(([keyId]) => keyId),
				now,
			);
			forget = await forgetOldKeys(devices, em as EntityManager, device.record.id);
			await em.nativeUpdate(Device, { id: device.record.id }, { revokedAt: now });
			await alongside(em as EntityManager);
		});
	} catch (error) {
		restore(devices, keys);
		throw error;
	}
	forget();
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

/**
 * Forgets the revoked keys of a device beyond MAX_REVOKED_KEYS, the oldest first: their boards are told that they are
 * unknown. Call in the transaction that revokes; the returned function, when it is committed, forgets them in memory.
 */
export async function forgetOldKeys(devices: Devices, em: EntityManager, deviceId: string): Promise<() => void> {
	const old = await em.find(
		DeviceKey,
		{ deviceId, revokedAt: { $ne: null } },
		{
			orderBy: { revokedAt: 'desc', createdAt: 'desc' },
			offset: MAX_REVOKED_KEYS,
			limit: MAX_FORGOTTEN_AT_ONCE,
			fields: ['keyId'],
		},
	);
	const keyIds = old.map(({ keyId }) => keyId);
	if (keyIds.length > 0) await em.nativeDelete(DeviceKey, { keyId: keyIds });
	return () => keyIds.forEach((keyId) => devices.revokedKeys.delete(keyId));
}

function restore(devices: Devices, keys: [keyId: string, key: LiveKey][]): void {
	for (const [keyId, key] of keys) {
		devices.revokedKeys.delete(keyId);
		devices.keys.set(keyId, key);
	}
}
