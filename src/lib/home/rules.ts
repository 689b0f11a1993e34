import type { DevicePlan, RelayPlan } from '$protocol/dashboard/plan.ts';
import type { SceneView } from '$protocol/dashboard/scenes.ts';
import { automationWords } from '$words/automations.ts';
import { exactDuration } from '$lib/words/format/duration.ts';
import { ruleWords as words } from '$words/home/tile-sheet.ts';
import { scheduleWords } from '$words/schedules.ts';

/** What a relay does by itself, in words. */
export interface Rule {
	icon: string;
	text: string;
	/** rules on the board work without the hub */
	where: 'board' | 'hub';
}

/** `pauseOf`: until when a schedule is paused, in words. */
export function rulesOf(
	plan: DevicePlan,
	id: number,
	device: string,
	scenes: readonly SceneView[],
	pauseOf: (schedule: number) => string | undefined,
): Rule[] {
	const relay = plan.relays.find((one) => one.id === id);
	const onBoard = (icon: string, text: string): Rule => ({ icon, text, where: 'board' });
	return [
		...(relay ? ownRules(relay, plan) : []),
		...plan.inputs.filter((input) => input.relay === id).map(({ name }) => onBoard('press', words.input(name))),
		...plan.schedules
			.filter((schedule) => schedule.relay === id)
			.map((schedule) => {
				const { id, on, event, forMs } = schedule;
				const forTime = on && forMs > 0 ? exactDuration(forMs) : '';
				const rule = words.schedule(on, scheduleWords.when(schedule), forTime);
				const paused = pauseOf(id);
				if (paused !== undefined) return onBoard('pause', automationWords.rulePaused(rule, paused));
				return onBoard(event === 'time' ? 'calendar' : 'sun', rule);
			}),
		...scenes.flatMap(({ name, kind, members }): Rule[] => {
			const member = members.find((one) => one.device === device && one.relay === id);
			if (!member) return [];
			const text = kind === 'group' ? words.group(name) : words.scene(member.on, name);
			return [{ icon: kind === 'group' ? 'layers' : 'scene', text, where: 'hub' }];
		}),
	];
}

function ownRules({ id, maxOnMs, pulseMs, interlockGroup, powerOn }: RelayPlan, { relays }: DevicePlan): Rule[] {
	const rivals = relays.filter((one) => one.id !== id && one.interlockGroup === interlockGroup && interlockGroup > 0);
	return [
		...(pulseMs > 0 ? [['press', words.pulse(exactDuration(pulseMs))]] : []),
		...(maxOnMs > 0 ? [['timer', words.maxOn(exactDuration(maxOnMs))]] : []),
		...(rivals.length > 0 ? [['unlink', words.never(rivals.map(({ name }) => name))]] : []),
		...(powerOn === 'off' ? [] : [['power', words.powerOn[powerOn]]]),
	].map(([icon, text]) => ({ icon: icon!, text: text!, where: 'board' }));
}
