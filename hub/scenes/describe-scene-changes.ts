import type { Change, ChangedPart } from '../../protocol/dashboard/changes.ts';
import type { SceneMember } from '../../protocol/dashboard/scenes.ts';
import { cutChanges } from '../devices/config/describe-changes.ts';
import type { Devices } from '../devices/devices.ts';
import type { SceneRecord } from './scenes.ts';

/** What differs between two versions of a scene, for the log: its name, its icon, its relays and what they do. */
export function describeSceneChanges(devices: Devices, before: SceneRecord, after: SceneRecord): Change[] {
	const itself: Change['values'] = [];
	if (before.name !== after.name)
		itself.push({ key: 'name', before: { text: before.name }, after: { text: after.name } });
	for (const key of ['icon', 'kind'] as const)
		if (before[key] !== after[key]) itself.push({ key, before: { word: before[key] }, after: { word: after[key] } });
	const changes: Change[] = itself.map((value) => ({ part: { kind: 'itself' }, what: 'changed', values: [value] }));
	const same = (a: SceneMember) => (b: SceneMember) => a.device === b.device && a.relay === b.relay;
	const state = (on: boolean) => ({ word: on ? 'on' : 'off' });
	for (const member of before.members)
		if (!after.members.some(same(member))) changes.push({ part: partOf(devices, member), what: 'removed', values: [] });
	for (const member of after.members) {
		const part = partOf(devices, member);
		const was = before.members.find(same(member));
		if (!was) changes.push({ part, what: 'added', values: [] });
		else if (after.kind === 'scene' && was.on !== member.on)
			changes.push({
				part,
				what: 'changed',
				values: [{ key: 'state', before: state(was.on), after: state(member.on) }],
			});
	}
	return cutChanges(changes);
}

function partOf(devices: Devices, { device: id, relay }: SceneMember): ChangedPart {
	const device = devices.byId.get(id);
	if (!device) return { kind: 'gone-relay' };
	return { name: device.relay(relay)?.plan.name ?? `Relay ${relay}`, device: device.record.name };
}
