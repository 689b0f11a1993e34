import type { SceneView } from '../../protocol/dashboard/scenes.ts';
import { type Result, err, ok } from '../base/result.ts';
import type { Devices } from '../devices/devices.ts';
import type { SceneFault } from './scenes.ts';

/** A scene switches relays that are there, each once. */
export function checkScene(devices: Devices, { members }: Pick<SceneView, 'members'>): Result<void, SceneFault> {
	const seen = new Set<string>();
	for (const [index, { device: id, relay: number }] of members.entries()) {
		const device = devices.byId.get(id);
		if (!device) return bad(`members.${index}.device`, 'This device is not on the hub any more.');
		const relay = device.relay(number);
		if (!relay) return bad(`members.${index}.relay`, `${device.record.name} has no relay ${number}.`);
		const key = `${id} ${number}`;
		if (seen.has(key)) return bad(`members.${index}.relay`, `${relay.plan.name} is in the scene twice.`);
		seen.add(key);
	}
	return ok();
}

export function bad(field: string, message: string): Result<never, SceneFault> {
	return err({ kind: 'bad-scene', field, message });
}
