import type { RelayView } from '$protocol/dashboard/devices.ts';
import type { Cause } from '$protocol/dashboard/shapes.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { translatable } from '$lib/words/language.ts';

const causes: Record<Cause, (on: boolean) => string> = {
	command: () => '',
	schedule: () => 'schedule',
	countdown: () => 'countdown ended',
	'auto-off': () => 'longest on-time reached',
	pulse: (on) => (on ? 'pulse' : 'pulse ended'),
	interlock: () => 'interlock',
	input: () => 'wall switch',
	boot: () => 'since power-on',
};

/** Who or what switched a relay last, and when: "anna, 07:12". */
function why(on: boolean, cause: Cause | null, by: string | null, when: string): string {
	return [by ? isolate(by) : cause ? causes[cause](on) : '', when].filter(Boolean).join(', ');
}

/** The state of a relay, and why it has it. */
export const relayWords = translatable('relayWords', {
	why,
	sending: 'Sent, waiting for the board',
	lastKnown: (on: boolean | null) => (on === null ? 'State not known yet' : `Last known: ${on ? 'on' : 'off'}`),
	/** `seconds`: how long the hub waited for the board */
	failed: (why: NonNullable<RelayView['failure']>, on: boolean | null, seconds: number) =>
		`${{ 'no-answer': `No answer in ${seconds} s.`, 'link-lost': 'The link was lost.', refused: 'Not done.' }[why]} ${on === null ? 'Its state is not known.' : `Still ${on ? 'on' : 'off'}.`}`,
	/** its state, who or what switched it last, and when */
	state(on: boolean, cause: Cause | null, by: string | null, when = ''): string {
		return [on ? 'On' : 'Off', why(on, cause, by, when)].filter(Boolean).join(' · ');
	},
	held: (seconds: number) => `Waits for the other relay, ${seconds} s`,
	pulse: (by: string | null, when: string) =>
		['Pushed', [by && isolate(by), when].filter(Boolean).join(', ')].join(' · '),
	pulsing: 'On for a moment',
	push: 'Push',
	offIn: (left: string) => `On · off in ${left}`,
});
