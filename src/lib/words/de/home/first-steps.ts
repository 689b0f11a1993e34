import type { Words } from '$lib/words/all-words.ts';

/** What the owner of a new house does next, on Home. */
export const firstStepWords: Words['firstStepWords'] = {
	title: 'Erste Schritte',
	sum: (done, of) => `${done} von ${of} erledigt`,
	hide: 'Ausblenden',
	hideHint: 'Erste Schritte dauerhaft ausblenden',
	hidden: 'Ausgeblendet. Im Menü findest du alles.',
	done: 'Erledigt:',
	steps: {
		board: ['Board hinzufügen', 'Ein echtes, oder ein virtuelles zum Ausprobieren'],
		people: ['Jemanden einladen', 'Zum Schalten mit dem eigenen Handy'],
		backup: ['Backup einrichten', 'Für den Tag, an dem die Speicherkarte ausfällt'],
		https: ['HTTPS einschalten', 'Um die App zu installieren und über USB zu flashen'],
	},
};
