import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';

/** The Wi-Fi networks that the hub keeps, on the page of its settings. */
export const networkWords: Words['networkWords'] = {
	title: 'WLAN-Netzwerke',
	lead: 'Für das nächste Board gespeichert, Passwörter verschlüsselt. Wer ein Board hinzufügt, wählt eines davon und tippt nichts ein.',
	looking: 'Netzwerke werden geladen…',
	none: 'Noch keine. Das erste wird gespeichert, wenn ein Board hinzugefügt wird.',
	open: 'Offenes Netzwerk',
	add: 'Netzwerk hinzufügen',
	cancel: 'Abbrechen',
	save: 'Speichern',
	kept: (ssid) => `${isolate(ssid)} ist für das nächste Board gespeichert.`,
	full: (most) => `Der Hub speichert höchstens ${most} Netzwerke.`,
	change: 'Passwort ändern',
	changeOf: (ssid) => `Passwort ändern: ${isolate(ssid)}`,
	changed: (ssid) => `Die nächsten Boards bekommen das neue Passwort von ${isolate(ssid)}.`,
	password: 'Neues Passwort',
	remove: 'Entfernen',
	removeOf: (ssid) => `${isolate(ssid)} entfernen`,
	removed: (ssid) => `${isolate(ssid)} ist nicht mehr gespeichert.`,
	askChange: (ssid) => ({
		title: `Passwort von ${isolate(ssid)} ändern?`,
		action: 'Passwort ändern',
		what: [
			{
				icon: 'wifi',
				bad: false,
				title: 'Die nächsten Boards bekommen es',
				text: 'Sie verbinden sich mit dem neuen Passwort.',
			},
			{
				icon: 'devices',
				bad: false,
				title: 'Boards in Betrieb behalten das alte',
				text: 'Stimmt es nicht mehr, gib ihnen das neue über USB, auf ihrer Seite.',
			},
		],
	}),
	askRemove: (ssid) => ({
		title: `${isolate(ssid)} von diesem Hub entfernen?`,
		action: 'Entfernen',
		what: [
			{
				icon: 'trash',
				bad: true,
				title: 'Das Passwort wird gelöscht',
				text: 'Für das nächste Board muss es neu eingegeben werden.',
			},
			{
				icon: 'wifi',
				bad: false,
				title: 'Boards bleiben verbunden',
				text: 'Boards, die das Passwort schon haben, behalten es.',
			},
		],
	}),
};
