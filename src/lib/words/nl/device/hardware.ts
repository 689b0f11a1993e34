import type { Words } from '$lib/words/all-words.ts';

/** Telling the project how its firmware does on a real board, from the page of a device. */
export const hardwareWords: Words['hardwareWords'] = {
	title: 'Doet dit board wat het moet doen?',
	lead: 'Laat het het project weten: de lijst met boards begint bij jou.',
	works: 'Dit board werkt',
	fails: 'Het werkt niet',
	dialog: {
		works: 'Dit board werkt',
		fails: 'Dit board werkt niet',
		lead: 'Hiervan wordt een tekst voor de lijst met boards van het project. Er wordt niets verstuurd: je kopieert of deelt hem zelf.',
		own: 'Wat heb je geprobeerd, en wat gebeurde er?',
		ownHint: 'Laat namen, wachtwoorden en adressen weg.',
		text: 'De tekst',
		english: 'Hij is in het Engels, net als de lijst. Je eigen woorden blijven zoals ze zijn.',
		looking: 'De hub wordt gevraagd wat hij heeft gezien…',
		copy: 'Tekst kopiëren',
		copied: 'De tekst is gekopieerd.',
		share: 'Delen…',
		where: 'Zet hem in een nieuw issue van het project, met het formulier voor boards.',
		close: 'Sluiten',
	},
};
