import type { SceneView } from '../../protocol/dashboard/scenes.ts';
import { type Fault, fieldFault } from '../../protocol/dashboard/faults.ts';
import { type Result, ok } from '../base/result.ts';
import type { Devices } from '../devices/devices.ts';

/** Checks that a scene's relays exist and that none is listed twice. */
export function checkScene(devices: Devices, { members }: Pick<SceneView, 'members'>): Result<void, Fault> {
	const seen = new Set<string>();
	for (const [index, { device: id, relay: number }] of members.entries()) {
		const device = devices.byId.get(id);
		if (!device) return fieldFault(`members.${index}.device`, 'no-such-device');
		const relay = device.relay(number);
		if (!relay)
			return fieldFault(`members.${index}.relay`, 'no-such-relay', { device: device.record.name, relay: number });
		const key = `${id} ${number}`;
		if (seen.has(key)) return fieldFault(`members.${index}.relay`, 'relay-twice', { relay: relay.plan.name });
		seen.add(key);
	}
	return ok();
}
