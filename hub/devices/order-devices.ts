import type { Devices } from './devices.ts';
import { Device } from './entities.ts';

/** Orders are made one after the other: of two at the same moment, the later one is what all see. */
const TURN = 'order of the devices';

/**
 * People's own order: the devices of `ids` first, in that order, then those it does not name, in the order they had. Ids
 * that are no device any more are left out, and of one that stands there twice the first counts.
 */
export function orderDevices(devices: Devices, ids: readonly string[]): Promise<void> {
	return devices.turns.run(TURN, async () => {
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
