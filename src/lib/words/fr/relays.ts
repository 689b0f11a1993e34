import type { Words } from '$lib/words/all-words.ts';
import type { Cause } from '$protocol/dashboard/shapes.ts';
import { isolate } from '$lib/words/format/isolate.ts';

const causes: Record<Cause, (on: boolean) => string> = {
	command: () => '',
	schedule: () => 'programmation',
	countdown: () => 'fin du minuteur',
	'auto-off': () => 'durée maximale atteinte',
	pulse: (on) => (on ? 'impulsion' : 'fin de l’impulsion'),
	interlock: () => 'verrouillage mutuel',
	input: () => 'interrupteur mural',
	boot: () => 'depuis la mise sous tension',
};

const failures = {
	'no-answer': (seconds: number) => `Pas de réponse en ${seconds} s.`,
	'link-lost': () => 'La liaison a été perdue.',
	refused: () => 'Commande refusée.',
};

/** Who or what switched a relay last, and when: "anna, 07:12". */
function why(on: boolean, cause: Cause | null, by: string | null, when: string): string {
	return [by ? isolate(by) : cause ? causes[cause](on) : '', when].filter(Boolean).join(', ');
}

/** The state of a relay, and why it has it. */
export const relayWords: Words['relayWords'] = {
	why,
	sending: 'Envoyé, en attente de la carte',
	lastKnown: (on) => (on === null ? 'État encore inconnu' : `Dernier état connu : ${on ? 'allumé' : 'éteint'}`),
	failed: (why, on, seconds) =>
		`${failures[why](seconds)} ${on === null ? 'Son état est inconnu.' : on ? 'Toujours allumé.' : 'Toujours éteint.'}`,
	state: (on, cause, by, when = '') => [on ? 'Allumé' : 'Éteint', why(on, cause, by, when)].filter(Boolean).join(' · '),
	held: (seconds) => `Attend l’autre relais, ${seconds} s`,
	pulse: (by, when) => ['Actionné', [by && isolate(by), when].filter(Boolean).join(', ')].join(' · '),
	pulsing: 'Allumé un instant',
	push: 'Actionner',
	offIn: (left) => `Allumé · s’éteint dans ${left}`,
};
