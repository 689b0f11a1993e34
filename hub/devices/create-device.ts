import type { EntityManager } from '@mikro-orm/sqlite';
import type { Vault } from '../store/vault.ts';
import { Device, DeviceKey } from './entities.ts';
import type { DeviceRecord, LiveDevice } from './live-device.ts';
import type { Devices } from './devices.ts';

/** Writes a new device and its first key, inside the claim's transaction. */
export async function createDevice(em: EntityManager, vault: Vault, record: DeviceRecord, key: NewKey): Promise<void> {
	await em.insert(Device, record);
	await insertKey(em, vault, record.id, record.claimedAt, key);
}

export interface NewKey {
	/** hex */
	keyId: string;
	key: Uint8Array;
}

/** A board that lost its first key before it ever used it gets another in its place. */
export async function replaceUnprovenKey(
	em: EntityManager,
	vault: Vault,
	deviceId: string,
	now: number,
	key: NewKey,
): Promise<void> {
	await em.nativeDelete(DeviceKey, { deviceId, provenAt: null, revokedAt: null });
	await insertKey(em, vault, deviceId, now, key);
}

export async function insertKey(
	em: EntityManager,
	vault: Vault,
	deviceId: string,
	now: number,
	{ keyId, key }: NewKey,
): Promise<void> {
	await em.insert(DeviceKey, {
		keyId,
		deviceId,
		sealed: vault.seal(key, `device-key:${keyId}`),
		createdAt: now,
		provenAt: null,
		revokedAt: null,
	});
}

/** Makes a device known to the running hub; its row is committed already. */
export function addDevice(devices: Devices, device: LiveDevice): void {
	devices.byId.set(device.record.id, device);
	devices.events.emit('DeviceAdded', { device });
}
