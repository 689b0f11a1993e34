import type { Words } from '$lib/words/all-words.ts';

/** Adding a board with older polling firmware. */
export const legacyWords: Words['legacyWords'] = {
	link: 'Mein Board hat ältere Polling-Firmware',
	title: 'Ältere Polling-Firmware',
	lead: 'Ein solches Board fragt den Hub alle paar Sekunden und benutzt ein Token, das man kopieren kann. Es funktioniert so. Auf seiner Seite kannst du es auf Secure v2 umstellen.',
	steps: ['Name & Relais', 'Token'],
	name: 'Name',
	nameHint: 'Wie es alle im Haus nennen, zum Beispiel „Werkstatt“.',
	relaysHint: 'In der Reihenfolge, in der die Firmware sie nummeriert: relay1, relay2 …',
	make: 'Token erstellen',
	made: 'Token erstellt',
	once: 'Dieses Token wird nur dieses eine Mal angezeigt.',
	onceWhy:
		'Der Hub bewahrt nur seinen Hash auf. Trage es jetzt in die Firmware des Boards ein. Geht es verloren, kann es nicht noch einmal angezeigt werden.',
	token: 'Token',
	copyToken: 'Token kopieren',
	url: 'Diese Adresse fragt das Board alle 5 Sekunden ab',
	copyUrl: 'Adresse kopieren',
	header: 'Oder es sendet das Token als Header:',
	answers: 'Der Hub antwortet, wie jedes Relais stehen soll:',
	tells: 'Das Board darf in derselben Anfrage seinen wirklichen Zustand und seine Messwerte melden:',
	tellsWhy: 'Sonst nimmt der Hub an, dass das Board getan hat, was ihm gesagt wurde.',
	done: 'Erledigt: zu „Meine Geräte“',
	problems: { name: 'Gib ihm einen Namen.', relay: 'Dieses Relais braucht einen Namen.' },
};
