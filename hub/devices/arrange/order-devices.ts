import type { Devices } from '../devices.ts';
import { Device } from '../entities.ts';

/** Key of the lock under which orders are changed: of two at the same moment, everybody sees the later one. */
const LOCK = 'order of the devices';

/**
 * Sets people's own order: the devices in `ids` first, then the others in the order they had. Ids without a device
 * are ignored; for an id that is listed twice the first place counts.
 */
export function orderDevices(devices: Devices, ids: readonly string[]): Promise<void> {
	return devices.locks.run(LOCK, async () => {
		const named = new Set(ids.filter((id) => devices.byId.has(id)));
		const others = [...devices.byId.values()]
			.filter(({ record }) => !named.has(record.id))
			.sort((a, b) => a.record.position - b.record.position || a.record.claimedAt - b.record.claimedAt);
		const order = [...named, ...others.map(({ record }) => record.id)];
		const moved = order.flatMap((id, position) => {
			const device = devices.byId.get(id)!;
			return device.record.position === position ? [] : [{ device, position }];
		});
		await devices.options.orm.em.fork().transactional(async (em) => {
			for (const { device, position } of moved) await em.nativeUpdate(Device, { id: device.record.id }, { position });
		});
		for (const { device, position } of moved) {
			device.record.position = position;
			if (devices.byId.has(device.record.id)) devices.tellChanged(device);
		}
	});
}
