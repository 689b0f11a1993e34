import type { EntityManager } from '@mikro-orm/sqlite';
import { ownCopy } from '../../store/own-copy.ts';
import type { Devices } from '../devices.ts';
import { Device } from '../entities.ts';
import type { DeviceRecord, LiveDevice } from '../live-device.ts';

/** Changes the database first, then memory. `alongside` writes in the same transaction. */
export async function changeRecord(
	devices: Devices,
	device: LiveDevice,
	change: Partial<DeviceRecord>,
	alongside?: (em: EntityManager) => Promise<void>,
): Promise<void> {
	await devices.options.orm.em.fork().transactional(async (em) => {
		await em.nativeUpdate(Device, { id: device.record.id }, ownCopy(change));
		await alongside?.(em as EntityManager);
	});
	Object.assign(device.record, change);
}

export function nextRevision(devices: Devices, record: DeviceRecord): Partial<DeviceRecord> {
	return {
		revision: record.revision + 1,
		runningPlan: record.runningPlan ?? record.plan,
		configError: null,
		configChangedAt: devices.options.clock.now(),
	};
}
