import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';

const causes = {
	command: () => '',
	schedule: () => 'programma',
	countdown: () => 'timer scaduto',
	'auto-off': () => 'tempo massimo raggiunto',
	pulse: (on: boolean) => (on ? 'impulso' : 'impulso finito'),
	interlock: () => 'blocco reciproco',
	input: () => 'interruttore a muro',
	boot: () => 'dall’accensione della scheda',
};

/** Who or what switched a relay last, and when: "anna, 07:12". */
const why: Words['relayWords']['why'] = (on, cause, by, when) =>
	[by ? isolate(by) : cause ? causes[cause](on) : '', when].filter(Boolean).join(', ');

const stateOf = (on: boolean) => (on ? 'acceso' : 'spento');

/** The state of a relay, and why it has it. */
export const relayWords: Words['relayWords'] = {
	why,
	sending: 'Inviato, in attesa della scheda',
	lastKnown: (on) => (on === null ? 'Stato ancora sconosciuto' : `Ultimo stato noto: ${stateOf(on)}`),
	failed: (why, on, seconds) =>
		`${{ 'no-answer': `Nessuna risposta in ${seconds} s.`, 'link-lost': 'La connessione è caduta.', refused: 'Non eseguito.' }[why]} ${on === null ? 'Lo stato è sconosciuto.' : `Ancora ${stateOf(on)}.`}`,
	state: (on, cause, by, when = '') => [on ? 'Acceso' : 'Spento', why(on, cause, by, when)].filter(Boolean).join(' · '),
	held: (seconds) => `Attende l’altro relè, ${seconds} s`,
	pulse: (by, when) => ['Azionato', [by && isolate(by), when].filter(Boolean).join(', ')].join(' · '),
	pulsing: 'Acceso per un attimo',
	push: 'Aziona',
	offIn: (left) => `Acceso · si spegne tra ${left}`,
};
