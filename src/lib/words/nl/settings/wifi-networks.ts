import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';

/** The Wi-Fi networks that the hub keeps, on the page of its settings. */
export const networkWords: Words['networkWords'] = {
	title: 'Wifi-netwerken',
	lead: 'Bewaard voor het volgende board, wachtwoorden versleuteld. Wie een board toevoegt, kiest er een en hoeft niets te typen.',
	looking: 'De netwerken worden opgezocht…',
	none: 'Nog geen. Het eerste wordt bewaard bij het toevoegen van een board.',
	open: 'Open netwerk',
	add: 'Netwerk toevoegen',
	cancel: 'Annuleren',
	save: 'Bewaren',
	kept: (ssid) => `${isolate(ssid)} is bewaard voor het volgende board.`,
	full: (most) => `De hub bewaart hooguit ${most} netwerken.`,
	change: 'Wachtwoord wijzigen',
	changeOf: (ssid) => `Wachtwoord van ${isolate(ssid)} wijzigen`,
	changed: (ssid) => `De volgende boards krijgen het nieuwe wachtwoord van ${isolate(ssid)}.`,
	password: 'Nieuw wachtwoord',
	remove: 'Verwijderen',
	removeOf: (ssid) => `${isolate(ssid)} verwijderen`,
	removed: (ssid) => `${isolate(ssid)} wordt niet meer bewaard.`,
	askChange: (ssid) => ({
		title: `Wachtwoord van ${isolate(ssid)} wijzigen?`,
		action: 'Wachtwoord wijzigen',
		what: [
			{
				icon: 'wifi',
				bad: false,
				title: 'De volgende boards krijgen het',
				text: 'Ze verbinden met het nieuwe wachtwoord.',
			},
			{
				icon: 'devices',
				bad: false,
				title: 'Boards in gebruik houden het oude',
				text: 'Klopt dat niet meer, geef ze dan het nieuwe via USB, op hun pagina.',
			},
		],
	}),
	askRemove: (ssid) => ({
		title: `${isolate(ssid)} van deze hub verwijderen?`,
		action: 'Verwijderen',
		what: [
			{
				icon: 'trash',
				bad: true,
				title: 'Het wachtwoord wordt gewist',
				text: 'Voor het volgende board moet je het opnieuw typen.',
			},
			{
				icon: 'wifi',
				bad: false,
				title: 'Boards blijven verbonden',
				text: 'Boards die het netwerk al hebben, houden het.',
			},
		],
	}),
};
