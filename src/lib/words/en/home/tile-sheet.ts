import { exactDuration } from '$lib/words/format/duration.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { translatable } from '$lib/words/language.ts';

/** The sheet of a tile. */
export const sheetWords = translatable('sheetWords', {
	favourite: (name: string) => `${isolate(name)} is a favourite`,
	onFor: 'On for',
	timer: {
		preset: (minutes: number) => exactDuration(minutes * 60_000),
		other: 'Other…',
		more: (minutes: number) => `${minutes} min more`,
		stay: 'Stay on',
		/** "Off at 18:40 · 12 of 30 min left" */
		running(when: string, leftMs: number, totalMs?: number): string {
			const minutes = Math.ceil(leftMs / 60_000);
			const left =
				leftMs <= 60_000
					? `${Math.ceil(leftMs / 1_000)} s left`
					: totalMs && totalMs < 3 * 3_600_000
						? `${minutes} of ${totalMs / 60_000} min left`
						: `${exactDuration(minutes * 60_000)} left`;
			return `Off at ${when} · ${left}`;
		},
	},
	rules: 'Rules',
	onBoard: 'on the board',
	onHub: 'on the hub',
	moved: 'Who switched it',
	changed: 'Last changes',
	never: 'Nothing is known yet.',
	edit: 'Edit',
	does: 'What it does',
	run: 'Run',
	notConnected: 'Its board is not connected, so it cannot be switched now.',
	mayNot: 'You may see it, but not switch it.',
	hubLost: 'The hub is out of reach, so it cannot be switched now.',
});

/** What makes a relay switch, besides people. */
export const ruleWords = translatable('ruleWords', {
	maxOn: (time: string) => `Goes off by itself after ${time}`,
	pulse: (time: string) => `A push lasts ${time}`,
	never: (names: string[]) => `Never on together with ${names.map(isolate).join(', ')}`,
	powerOn: { on: 'Goes on when power comes back', last: 'Takes its last state when power comes back' },
	input: (name: string) => `Follows the wall switch ${isolate(name)}`,
	schedule: (on: boolean, when: string, forTime: string) =>
		`${on ? 'On' : 'Off'} ${when.charAt(0).toLowerCase()}${when.slice(1)}${forTime && `, for ${forTime}`}`,
	scene: (on: boolean, name: string) => `${on ? 'On' : 'Off'} when ${isolate(name)} runs`,
	group: (name: string) => `One of ${isolate(name)}`,
	none: 'It does only what people tell it.',
});
