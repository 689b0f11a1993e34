import type { EntityManager } from '@mikro-orm/sqlite';
import type { Devices } from '../devices.ts';
import { Device } from '../entities.ts';

/** Gives all devices of one person to another, inside the caller's transaction. Call what it answers after the commit. */
export async function handOverDevices(
	devices: Devices,
	em: EntityManager,
	from: string,
	to: string,
): Promise<() => void> {
	await em.nativeUpdate(Device, { ownerId: from }, { ownerId: to });
	return () => {
		for (const device of devices.byId.values()) {
			if (device.record.ownerId !== from) continue;
			device.record.ownerId = to;
			devices.tellChanged(device);
		}
	};
}
