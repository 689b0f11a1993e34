import type { Cause } from '$protocol/dashboard/shapes.ts';
import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';

const causes: Record<Cause, (on: boolean) => string> = {
	command: () => '',
	schedule: () => 'Zeitplan',
	countdown: () => 'Timer abgelaufen',
	'auto-off': () => 'maximale Einschaltdauer erreicht',
	pulse: (on) => (on ? 'Impuls' : 'Impuls beendet'),
	interlock: () => 'Verriegelung',
	input: () => 'Wandschalter',
	boot: () => 'seit Neustart',
};
/** Who or what switched a relay last, and when: "anna, 07:12". */
function why(on: boolean, cause: Cause | null, by: string | null, when: string): string {
	return [by ? isolate(by) : cause ? causes[cause](on) : '', when].filter(Boolean).join(', ');
}
const word = (on: boolean) => (on ? 'an' : 'aus');

/** The state of a relay, and why it has it. */
export const relayWords: Words['relayWords'] = {
	why,
	sending: 'Gesendet, wartet auf das Board',
	lastKnown: (on) => (on === null ? 'Zustand noch nicht bekannt' : `Zuletzt bekannt: ${word(on)}`),
	failed: (why, on, seconds) =>
		`${{ 'no-answer': `Nach ${seconds} Sek. keine Antwort.`, 'link-lost': 'Die Verbindung ging verloren.', refused: 'Nicht ausgeführt.' }[why]} ${on === null ? 'Der Zustand ist nicht bekannt.' : `Weiterhin ${word(on)}.`}`,
	state(on, cause, by, when = '') {
		return [on ? 'An' : 'Aus', why(on, cause, by, when)].filter(Boolean).join(' · ');
	},
	held: (seconds) => `Wartet auf das andere Relais, ${seconds} Sek.`,
	pulse: (by, when) => ['Ausgelöst', [by && isolate(by), when].filter(Boolean).join(', ')].join(' · '),
	pulsing: 'Kurz an',
	push: 'Auslösen',
	offIn: (left) => `An · aus in ${left}`,
};
