import type { SceneMember } from '../../protocol/dashboard/scenes.ts';
import type { Devices } from '../devices/devices.ts';
import type { SceneRecord } from './scenes.ts';

/** Longer lists are cut: the log gives an overview, not every relay of a large house. */
const MAX_CHANGES = 12;

/** What differs between two versions of a scene, for the log: "name Evening → Night", "Pump, Cellar: off → on". */
export function describeSceneChanges(devices: Devices, before: SceneRecord, after: SceneRecord): string[] {
	const changes: string[] = [];
	for (const key of ['name', 'icon', 'kind'] as const)
		if (before[key] !== after[key]) changes.push(`${key} ${before[key]} → ${after[key]}`);
	const same = (a: SceneMember) => (b: SceneMember) => a.device === b.device && a.relay === b.relay;
	const state = (on: boolean) => (on ? 'on' : 'off');
	for (const member of before.members)
		if (!after.members.some(same(member))) changes.push(`${nameOf(devices, member)} removed`);
	for (const member of after.members) {
		const was = before.members.find(same(member));
		if (!was) changes.push(`${nameOf(devices, member)} added`);
		else if (after.kind === 'scene' && was.on !== member.on)
			changes.push(`${nameOf(devices, member)}: ${state(was.on)} → ${state(member.on)}`);
	}
	return changes.length > MAX_CHANGES ? [...changes.slice(0, MAX_CHANGES), '…'] : changes;
}

function nameOf(devices: Devices, { device: id, relay }: SceneMember): string {
	const device = devices.byId.get(id);
	if (!device) return 'a relay of a deleted device';
	return `${device.relay(relay)?.plan.name ?? `Relay ${relay}`}, ${device.record.name}`;
}
