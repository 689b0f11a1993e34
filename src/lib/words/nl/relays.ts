import type { Cause } from '$protocol/dashboard/shapes.ts';
import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';

const causes: Record<Cause, (on: boolean) => string> = {
	command: () => '',
	schedule: () => 'schema',
	countdown: () => 'timer afgelopen',
	'auto-off': () => 'maximale tijd aan bereikt',
	pulse: (on) => (on ? 'puls' : 'puls afgelopen'),
	interlock: () => 'vergrendeling',
	input: () => 'wandschakelaar',
	boot: () => 'sinds de stroom terug is',
};

/** Who or what switched a relay last, and when: "anna, 07:12". */
function why(on: boolean, cause: Cause | null, by: string | null, when: string): string {
	return [by ? isolate(by) : cause ? causes[cause](on) : '', when].filter(Boolean).join(', ');
}

/** The state of a relay, and why it has it. */
export const relayWords: Words['relayWords'] = {
	why,
	sending: 'Verzonden, wacht op het board',
	lastKnown: (on) => (on === null ? 'Toestand nog onbekend' : `Laatst bekend: ${on ? 'aan' : 'uit'}`),
	failed: (why, on, seconds) =>
		`${{ 'no-answer': `Geen antwoord in ${seconds} sec.`, 'link-lost': 'De verbinding is verbroken.', refused: 'Niet uitgevoerd.' }[why]} ${on === null ? 'De toestand is onbekend.' : `Nog steeds ${on ? 'aan' : 'uit'}.`}`,
	state(on, cause, by, when = '') {
		return [on ? 'Aan' : 'Uit', why(on, cause, by, when)].filter(Boolean).join(' · ');
	},
	held: (seconds) => `Wacht op het andere relais, ${seconds} sec`,
	pulse: (by, when) => ['Ingedrukt', [by && isolate(by), when].filter(Boolean).join(', ')].join(' · '),
	pulsing: 'Even aan',
	push: 'Indrukken',
	offIn: (left) => `Aan · uit over ${left}`,
};
