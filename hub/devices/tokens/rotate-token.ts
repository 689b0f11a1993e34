import { type Fault, fault } from '../../../protocol/dashboard/faults.ts';
import type { Actor } from '../../base/actor.ts';
import { type Result, ok } from '../../base/result.ts';
import { CLOSE, KEY_BYTES, KEY_ID_BYTES } from '../../link/faults.ts';
import { insertKey } from '../create-device.ts';
import type { Devices, LiveKey } from '../devices.ts';
import { DeviceKey } from '../entities.ts';
import { findConnected } from '../find-device.ts';
import type { Newcomer } from '../links/board-link.ts';
import type { LiveDevice } from '../live-device.ts';

/**
 * Rotates the token in place: the next key is stored beside the current one, then sent. Both are valid until the
 * board has proved the next one, so that a power loss at any point leaves a key that works. A next key that is not
 * proved yet is replaced; if a board is just connecting with that one, this waits until it is let in or refused.
 */
export async function rotateToken(devices: Devices, id: string, by: Actor): Promise<Result<LiveDevice, Fault>> {
	const newcomer = comesWithNextKey(devices.byId.get(id));
	await newcomer?.over;
	return devices.locks.run(id, async () => {
		const found = findConnected(devices, id);
		if (!found.ok) return found;
		const device = found.value;
		if (comesWithNextKey(device)) return fault('reconnecting', { device: device.record.name });
		const { orm, clock, random, vault } = devices.options;
		const stale = devices.keysOf(device).filter(([, { proven }]) => !proven);
		if (stale.length > 0 && stale.length === devices.keysOf(device).length)
			return fault('token-not-used-yet', { device: device.record.name });
		const keyId = Buffer.from(random.bytes(KEY_ID_BYTES)).toString('hex');
		const next: LiveKey = { device, key: random.bytes(KEY_BYTES), createdAt: clock.now(), proven: false };
		await orm.em.fork().transactional(async (em) => {
			await em.nativeDelete(DeviceKey, { keyId: stale.map(([keyId]) => keyId) });
			await insertKey(em, vault, id, next.createdAt, { keyId, key: next.key });
		});
		for (const [old] of stale) devices.keys.delete(old);
		devices.keys.set(keyId, next);
		offerNextKey(devices, device);
		devices.events.emit('TokenRotating', { device, by });
		devices.tellChanged(device);
		return ok(device);
	});
}

/** The newcomer with the key that a rotation would replace. A copy has the key in use, so it cannot delay a rotation. */
function comesWithNextKey(device: LiveDevice | undefined): Newcomer | null {
	return device?.newcomer?.key.proven === false ? device.newcomer : null;
}

/** Sends the next key, if there is one: after a lost link it is sent again at the next connection. */
export function offerNextKey(devices: Devices, device: LiveDevice): void {
	const next = nextKey(devices, device);
	if (!next || !device.link) return;
	const [keyId, { key }] = next;
	const value = { $typeName: 'mooring.v2.Provision' as const, keyId: Buffer.from(keyId, 'hex'), key };
	device.link.send({ case: 'provision', value });
}

/** The board has stored the next key: it is told to reconnect with it. */
export function nextKeyStored(devices: Devices, device: LiveDevice, keyId: Uint8Array): void {
	if (nextKey(devices, device)?.[0] !== Buffer.from(keyId).toString('hex')) return; // the answer to an earlier rotation
	// Refuse a waiting copy: it must not get the link, and with it the new key, before the board is back.
	device.newcomer?.decide(true);
	device.link?.close(CLOSE.RECONNECT, 'Come back with the new key.');
}

/** The key that waits for its first use beside one that is in use. */
export function nextKey(devices: Devices, device: LiveDevice): [keyId: string, key: LiveKey] | undefined {
	const keys = devices.keysOf(device);
	return keys.length > 1 ? keys.find(([, { proven }]) => !proven) : undefined;
}
