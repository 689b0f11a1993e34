import type { SceneMember, SceneResult } from '../../protocol/dashboard/scenes.ts';
import { type Fault, faultOf, faultView, fieldFault } from '../../protocol/dashboard/faults.ts';
import type { Actor } from '../base/actor.ts';
import { type Result, ok } from '../base/result.ts';
import type { RelayOutcome } from '../devices/live-device.ts';
import { outcomeFault } from '../devices/relays/set-relay.ts';
import { answerDeadlineMs, switchRelay } from '../devices/relays/switch-relay.ts';
import type { Scenes } from './scenes.ts';

type MemberResult = SceneResult['results'][number];

/**
 * Switches all members at once, and waits until every board has answered or its deadline has passed: each member has its
 * own result, in the order of the scene. `on` is for a group, all on or all off.
 */
export async function runScene(
	scenes: Scenes,
	id: string,
	on: boolean | undefined,
	by: Actor,
): Promise<Result<SceneResult, Fault>> {
	const found = scenes.find(id);
	if (!found.ok) return found;
	const scene = found.value;
	if (scene.kind === 'group' && on === undefined) return fieldFault('on', 'say-on-or-off', { scene: scene.name });
	if (scene.kind === 'scene' && on !== undefined) return fieldFault('on', 'scene-decides', { scene: scene.name });
	const members = scene.members.map((member) => ({ ...member, on: on ?? member.on }));
	const byScene: Actor = { ...by, via: { kind: 'scene', id, name: scene.name } };
	const results = await Promise.all(members.map((member) => switchMember(scenes, member, byScene)));
	const done = results.filter((result) => result.done).length;
	scenes.events.emit('SceneRun', { scene, by, done, failed: results.length - done });
	return ok({ results });
}

/** Never throws, so that the failure of one member does not affect the others. */
async function switchMember(scenes: Scenes, member: SceneMember, by: Actor): Promise<MemberResult> {
	const { devices, log } = scenes.options;
	const device = devices.byId.get(member.device);
	const relay = device?.relay(member.relay);
	const result = {
		...member,
		deviceName: device?.record.name ?? 'Deleted device',
		relayName: relay?.plan.name ?? `Relay ${member.relay}`,
		before: relay?.reported ?? null,
	};
	try {
		const fault = await switchAndWait(scenes, member, by);
		return fault ? { ...result, done: false, ...faultView(fault) } : { ...result, done: true, message: null };
	} catch (error) {
		log.error(
			{ err: error, device: member.device },
			'scene: a relay could not be switched; the others are not affected',
		);
		return { ...result, done: false, ...faultView(faultOf('internal')) };
	}
}

/** Null if the board has reported the wanted state. */
async function switchAndWait({ options: { devices } }: Scenes, member: SceneMember, by: Actor): Promise<Fault | null> {
	const { device, relay, on } = member;
	let settled: (outcome: RelayOutcome) => void = () => undefined;
	const outcome = new Promise<RelayOutcome>((resolve) => (settled = resolve));
	const sent = await switchRelay(devices, { device, relay, on, by }, settled);
	if (!sent.ok) return sent.error;
	const end = await outcome;
	return end === 'done' ? null : outcomeFault(sent.value.relay, end, answerDeadlineMs(sent.value.device));
}
