import type { Words } from '$lib/words/all-words.ts';

/** A house without devices. */
export const emptyWords: Words['emptyWords'] = {
	lead: 'Nimm ein Board und dein WLAN-Passwort, oder probiere erst alles ohne Board aus.',
	virtual: 'Mit virtuellem Board ausprobieren',
	steps: [
		[
			'Board beschreiben',
			'Gib ihm einen Namen und wähle Relais und Pins. Mooring erstellt seinen Registrierungsschlüssel.',
		],
		['Datei aufspielen', 'Das Board bekommt die Datei, die du herunterlädst, und findet den Hub.'],
		['Schalten', 'Es verbindet sich, wird für dich übernommen und erscheint hier von selbst.'],
	],
};
