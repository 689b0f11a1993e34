import type { SceneMember, SceneResult } from '$protocol/dashboard/scenes.ts';

/** The last run of a scene on this dashboard. `on`: the state a group was switched to. */
export interface Run {
	state: 'running' | 'done' | 'partly';
	on: boolean | undefined;
	result?: SceneResult;
}

type MemberResult = SceneResult['results'][number];

export function failedOf({ results }: SceneResult): MemberResult[] {
	return results.filter(({ done }) => !done);
}

/** What an undo has to switch: relays that really changed, to their former states. Pulses end by themselves. */
export function undoOf({ results }: SceneResult, isPulse: (member: MemberResult) => boolean): SceneMember[] {
	return results
		.filter((member) => member.done && member.before !== null && member.before !== member.on && !isPulse(member))
		.map(({ device, relay, before }) => ({ device, relay, on: before! }));
}
