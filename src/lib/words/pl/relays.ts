import type { Cause } from '$protocol/dashboard/shapes.ts';
import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';

const causes: Record<Cause, (on: boolean) => string> = {
	command: () => '',
	schedule: () => 'harmonogram',
	countdown: () => 'koniec odliczania',
	'auto-off': () => 'osiągnięto najdłuższy czas włączenia',
	pulse: (on) => (on ? 'impuls' : 'koniec impulsu'),
	interlock: () => 'blokada wzajemna',
	input: () => 'przełącznik ścienny',
	boot: () => 'od włączenia zasilania',
};
const word = (on: boolean) => (on ? 'wł.' : 'wył.');

/** Who or what switched a relay last, and when: "anna, 07:12". */
function why(on: boolean, cause: Cause | null, by: string | null, when: string): string {
	return [by ? isolate(by) : cause ? causes[cause](on) : '', when].filter(Boolean).join(', ');
}

/** The state of a relay, and why it has it. */
export const relayWords: Words['relayWords'] = {
	why,
	sending: 'Wysłano, czeka na płytkę',
	lastKnown: (on) => (on === null ? 'Stan jeszcze nieznany' : `Ostatni znany stan: ${word(on)}`),
	failed: (why, on, seconds) =>
		`${{ 'no-answer': `Brak odpowiedzi przez ${seconds} s.`, 'link-lost': 'Łącze zostało zerwane.', refused: 'Nie wykonano.' }[why]} ${on === null ? 'Stan jest nieznany.' : `Nadal ${word(on)}`}`,
	state: (on, cause, by, when = '') => [on ? 'Wł.' : 'Wył.', why(on, cause, by, when)].filter(Boolean).join(' · '),
	held: (seconds) => `Czeka na drugi przekaźnik, ${seconds} s`,
	pulse: (by, when) => ['Naciśnięto', [by && isolate(by), when].filter(Boolean).join(', ')].join(' · '),
	pulsing: 'Włączone na chwilę',
	push: 'Naciśnij',
	offIn: (left) => `Wł. · wyłączy się za ${left}`,
};
