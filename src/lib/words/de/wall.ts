import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';

/** The wall panel. */
export const wallWords: Words['wallWords'] = {
	title: 'Wandtablet',
	label: (house) => `Wandtablet von ${isolate(house)}`,
	empty: 'Noch nichts zu sehen.',
	facts: {
		label: 'Das Haus jetzt',
		on: 'Eingeschaltet',
		away: 'Nicht verbunden',
		sunrise: 'Sonnenaufgang',
		sunset: 'Sonnenuntergang',
	},
	scenes: 'Szenen',
	settings: 'Wandtablet einstellen',
	leave: 'Verlassen',
	unlock: 'Dieses Wandtablet entsperren',
	shows: {
		label: 'Zeigt',
		rooms: 'Alle Räume',
		favourites: 'Meine Favoriten',
	},
	screen: {
		title: 'Bildschirm',
		states: {
			held: 'Bleibt an, solange diese Seite offen ist.',
			refused:
				'Der Browser lässt ihn gerade nicht an, zum Beispiel um den Akku zu schonen. Tippe auf diese Seite, um es noch einmal zu versuchen.',
			plain:
				'Diese Seite kann ihn nicht anlassen, denn sie kam nicht über HTTPS. Stelle in den Einstellungen des Tablets ein, dass er an bleibt.',
			missing:
				'Dieser Browser kann ihn nicht anlassen. Stelle in den Einstellungen des Tablets ein, dass er an bleibt.',
		},
	},
	night: {
		title: 'Nacht',
		bySun: (from, to) =>
			`Ohne Berührung wird es nach 5 Minuten dunkler, von Sonnenuntergang (${from}) bis Sonnenaufgang (${to}).`,
		byHours: (from, to) =>
			`Ohne Berührung wird es nach 5 Minuten dunkler, von ${from} bis ${to}. Mit einem Standort in den Einstellungen richtet es sich nach der Sonne.`,
		wake: 'Tippen zum Aufwecken',
		lost: 'Der Hub ist nicht erreichbar',
		more: (n) => (n === 1 ? 'und 1 weiteres' : `und ${n} weitere`),
	},
	lock: {
		title: 'Auf Schalten beschränken',
		lead: 'Für Kinder und Besuch: Dieser Browser zeigt dann nur noch das Wandtablet, bis jemand die PIN eingibt.',
		pin: 'PIN',
		hint: (least, most) => `${least} bis ${most} Ziffern. Du brauchst sie zum Entsperren.`,
		act: 'Sperren',
		needed: (least, most) => `Gib ${least} bis ${most} Ziffern ein.`,
		done: 'Das Wandtablet ist gesperrt.',
	},
	unlocking: {
		title: 'Entsperren',
		act: 'Entsperren',
		forgotten: 'PIN vergessen? Beende diese Sitzung auf einem anderen Gerät unter „Dein Konto“.',
		done: 'Das Wandtablet ist entsperrt.',
	},
};
