import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { counted } from '$lib/words/format/plural.ts';

/** Tiles have room for about 15 characters of state, in every language. */

/** "relais" is the same in the plural. */
const relays = (n: number) => `${n} relais`;

/** The home page. */
export const homeWords: Words['homeWords'] = {
	title: 'Thuis',
	rooms: 'Kamers',
	favourites: 'Favorieten',
	scenes: 'Scènes',
	elsewhere: 'Andere kamers',
	yours: 'Jouw apparaten',
	search: 'Zoeken',
	searchHint: 'Tegel, kamer of apparaat',
	clear: 'Zoeken afsluiten',
	arrange: 'Ordenen',
	none: 'Geen tegel gevonden.',
	hint: (hovers, guest) => {
		const more = guest ? 'meer' : 'timers, regels en geschiedenis';
		return hovers
			? `Klik met rechts op een tegel, of klik op ‘…’, voor ${more}.`
			: `Houd een tegel ingedrukt voor ${more}.`;
	},
	more: (name) => `Meer over ${isolate(name)}`,
	fold: (room) => isolate(room),
	sum: {
		on: (n) => `${n} aan`,
		allOff: 'Alles uit',
		away: (n) => `${n} weg`,
		tiles: (n) => counted(n, { one: 'tegel', other: 'tegels' }),
	},
	allOff: (room) => `Alles uit in ${isolate(room)}`,
	offDone: (n, room, leftOn) =>
		`${isolate(room)}: ${relays(n)} uitgezet.${leftOn.length > 0 ? ` Overgeslagen en nog aan: ${leftOn.map(isolate).join(', ')}.` : ''}`,
	offPartly: (done, of) => `${done} van ${of} uitgezet.`,
	undo: 'Ongedaan maken',
	tile: {
		on: 'Aan',
		onSince: (when) => `Aan sinds ${when}`,
		off: 'Uit',
		left: (left) => `Nog ${left}`,
		sent: 'Verzonden …',
		held: (seconds) => `Wacht ${seconds} sec`,
		failed: (why, on) =>
			`${on ? 'Aan' : 'Uit'} · ${{ 'no-answer': 'geen antw.', 'link-lost': 'verbroken', refused: 'geweigerd' }[why]}`,
		push: 'Indrukken',
		pulsing: 'Ingedrukt',
		away: (age) => (age ? `Weg ${age}` : 'Weg'),
		offline: (age) => (age ? `Offline ${age}` : 'Offline'),
		was: (on) => (on ? 'Was aan' : 'Was uit'),
		notKnown: 'Nog onbekend',
		old: (age) => (age ? `${age} oud` : 'Zojuist'),
		noValue: 'Geen waarde',
		relays,
		running: 'Bezig …',
		done: 'Alles klaar',
		partly: (done, of) => `${done} van ${of} klaar`,
		areOn: 'aan',
		allOn: 'Alles aan',
		allOff: 'Alles uit',
		someOn: (on, of) => `${on} van ${of}`,
		minutes: (n) => `${n} min`,
		seconds: (n) => `${n} sec`,
		hours: (n) => `${n} uur`,
		days: (n) => counted(n, { one: 'dag', other: 'dagen' }),
	},
	attention: {
		label: 'Vraagt je aandacht',
		waits: ['Een board wacht', 'op jouw beslissing'],
		wait: (n) => [`${n} boards wachten`, 'op jouw beslissing'],
		pending: (names) => [names.length === 1 ? names[0]! : `${names.length} apparaten`, 'nog in te stellen'],
		away: (name, age) => [name, age ? `is ${age} weg` : 'is weg'],
		offline: (name, age) => [name, age ? `is ${age} offline` : 'is offline'],
		gone: (n) => [`${n} apparaten`, 'zijn niet verbonden'],
		update: (name) => [name, 'is niet bijgewerkt'],
		refused: (name) => [name, 'weigerde de instellingen'],
		revoked: (name) => [name, 'heeft nieuwe firmware nodig'],
	},
};
