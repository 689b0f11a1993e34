import type { EntityManager } from '@mikro-orm/sqlite';
import type { Devices, LiveKey } from '../devices.ts';
import { Device, DeviceKey } from '../entities.ts';
import { forgetOldKeys, revokeRows } from './revoke-keys.ts';

/**
 * A key was used for the first time: revokes what it replaces, the older key of a rotation or the polling token of
 * older firmware. Both are valid until that is stored.
 */
export function proveKey(devices: Devices, keyId: string, key: LiveKey): Promise<void> {
	const { device } = key;
	const { orm, clock, log } = devices.options;
	return devices.locks.run(device.record.id, async () => {
		if (key.proven || devices.keys.get(keyId) !== key) return;
		const older = devices.keysOf(device).filter(([id]) => id !== keyId);
		const upgraded = device.isLegacy;
		let forget: () => void = () => undefined;
		try {
			await orm.em.fork().transactional(async (em) => {
				await em.nativeUpdate(DeviceKey, { keyId }, { provenAt: clock.now() });
				await revokeRows(
					em,
					older.map(([id]) => id),
					clock.now(),
				);
				forget = await forgetOldKeys(devices, em as EntityManager, device.record.id);
				if (upgraded) await em.nativeUpdate(Device, { id: device.record.id }, { legacyTokenHash: null });
			});
		} catch (error) {
			log.error(
				{ err: error, device: device.record.id },
				'token: its first use could not be saved; retrying when the board connects, both tokens are valid until then',
			);
			return;
		}
		key.proven = true;
		for (const [id] of older) {
			devices.keys.delete(id);
			devices.revokedKeys.set(id, device);
		}
		forget();
		if (upgraded) {
			device.record.legacyTokenHash = null;
			device.takePlan(); // removes readings that only the older firmware measured
		}
		if (older.length > 0) devices.events.emit('TokenRotated', { device });
		devices.tellChanged(device);
	});
}
