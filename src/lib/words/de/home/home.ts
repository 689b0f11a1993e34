import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { counted } from '$lib/words/format/plural.ts';

/** Tiles have room for about 15 characters of state, in every language. */

const relays = (n: number) => `${n} Relais`;

/** The home page. */
export const homeWords: Words['homeWords'] = {
	title: 'Zuhause',
	rooms: 'Räume',
	favourites: 'Favoriten',
	scenes: 'Szenen',
	elsewhere: 'Andere Räume',
	yours: 'Deine Geräte',
	search: 'Suchen',
	searchHint: 'Kachel, Raum oder Gerät',
	clear: 'Suche beenden',
	arrange: 'Anordnen',
	none: 'Keine passende Kachel.',
	hint: (hovers, guest) => {
		const more = guest ? 'mehr' : 'Timer, Regeln und Verlauf';
		return hovers
			? `Rechtsklick auf eine Kachel oder ein Klick auf ihr „…“ zeigt ${more}.`
			: `Halte eine Kachel gedrückt für ${more}.`;
	},
	more: (name) => `Mehr zu ${isolate(name)}`,
	fold: (room) => isolate(room),
	sum: {
		on: (n) => `${n} an`,
		allOff: 'Alles aus',
		away: (n) => `${n} weg`,
		tiles: (n) => counted(n, { one: 'Kachel', other: 'Kacheln' }),
	},
	allOff: (room) => `Alles aus in ${isolate(room)}`,
	offDone: (n, room, leftOn) =>
		`${isolate(room)}: ${relays(n)} ausgeschaltet.${leftOn.length > 0 ? ` Ausgenommen und noch an: ${leftOn.map(isolate).join(', ')}.` : ''}`,
	offPartly: (done, of) => `${done} von ${of} ausgeschaltet.`,
	undo: 'Rückgängig',
	tile: {
		on: 'An',
		onSince: (when) => `An seit ${when}`,
		off: 'Aus',
		left: (left) => `Noch ${left}`,
		sent: 'Gesendet …',
		held: (seconds) => `Wartet ${seconds} Sek.`,
		failed: (why, on) =>
			`${on ? 'An' : 'Aus'} · ${{ 'no-answer': 'k. Antwort', 'link-lost': 'getrennt', refused: 'abgelehnt' }[why]}`,
		push: 'Auslösen',
		pulsing: 'Ausgelöst',
		away: (age) => (age ? `Weg ${age}` : 'Weg'),
		offline: (age) => (age ? `Offline ${age}` : 'Offline'),
		was: (on) => (on ? 'War an' : 'War aus'),
		notKnown: 'Unbekannt',
		old: (age) => (age ? `${age} alt` : 'Gerade eben'),
		noValue: 'Kein Wert',
		relays,
		running: 'Läuft …',
		done: 'Alles erledigt',
		partly: (done, of) => `${done} von ${of} fertig`,
		areOn: 'an',
		allOn: 'Alles an',
		allOff: 'Alles aus',
		someOn: (on, of) => `${on} von ${of}`,
		minutes: (n) => `${n} Min.`,
		seconds: (n) => `${n} Sek.`,
		hours: (n) => `${n} Std.`,
		days: (n) => counted(n, { one: 'Tag', other: 'Tage' }),
	},
	attention: {
		label: 'Bitte ansehen',
		waits: ['Ein Board wartet', 'auf deine Entscheidung'],
		wait: (n) => [`${n} Boards warten`, 'auf deine Entscheidung'],
		pending: (names) => [names.length === 1 ? names[0]! : `${names.length} Geräte`, 'einrichten'],
		away: (name, age) => [name, age ? `ist weg (${age})` : 'ist weg'],
		offline: (name, age) => [name, age ? `ist offline (${age})` : 'ist offline'],
		gone: (n) => [`${n} Geräte`, 'sind nicht verbunden'],
		update: (name) => [name, 'wurde nicht aktualisiert'],
		refused: (name) => [name, 'hat die Einstellungen abgelehnt'],
		revoked: (name) => [name, 'braucht neue Firmware'],
	},
};
