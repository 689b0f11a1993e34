import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { counted, plural } from '$lib/words/format/plural.ts';

/** Tiles have room for about 15 characters of state, in every language. */

const relays = (n: number) => `${n} relè`;
const offWord = (n: number) => plural(n, { one: 'spento', other: 'spenti' });

/** The home page. */
export const homeWords: Words['homeWords'] = {
	title: 'Casa',
	rooms: 'Stanze',
	favourites: 'Preferiti',
	scenes: 'Scene',
	elsewhere: 'Altre stanze',
	yours: 'I tuoi dispositivi',
	search: 'Cerca',
	searchHint: 'Riquadro, stanza o dispositivo',
	clear: 'Termina la ricerca',
	arrange: 'Riordina',
	none: 'Nessun riquadro corrisponde.',
	hint: (hovers, guest) =>
		`${hovers ? 'Fai clic destro su un riquadro, o premi il suo “…”,' : 'Tieni premuto un riquadro'} per ${guest ? 'saperne di più' : 'timer, regole e cronologia'}.`,
	more: (name) => `Altro su ${isolate(name)}`,
	fold: (room) => isolate(room),
	sum: {
		on: (n) => counted(n, { one: 'acceso', other: 'accesi' }),
		allOff: 'Tutto spento',
		away: (n) => counted(n, { one: 'assente', other: 'assenti' }),
		tiles: (n) => counted(n, { one: 'riquadro', other: 'riquadri' }),
	},
	allOff: (room) => `Spegni tutto: ${isolate(room)}`,
	offDone: (n, room, leftOn) =>
		`${isolate(room)}: ${relays(n)} ${offWord(n)}.${leftOn.length > 0 ? ` Esclusi, ancora accesi: ${leftOn.map(isolate).join(', ')}.` : ''}`,
	offPartly: (done, of) => `${done} di ${of} spenti.`,
	undo: 'Annulla',
	tile: {
		on: 'Acceso',
		onSince: (when) => `Acceso ${when}`,
		off: 'Spento',
		left: (left) => `Ancora ${left}`,
		sent: 'Inviato …',
		held: (seconds) => `Attende ${seconds} s`,
		failed: (why, on) =>
			`${on ? 'Acceso' : 'Spento'} · ${{ 'no-answer': 'no risp.', 'link-lost': 'no linea', refused: 'negato' }[why]}`,
		push: 'Aziona',
		pulsing: 'Azionato',
		away: (age) => (age ? `Assente ${age}` : 'Assente'),
		offline: (age) => (age ? `Offline ${age}` : 'Offline'),
		was: (on) => (on ? 'Era acceso' : 'Era spento'),
		notKnown: 'Sconosciuto',
		old: (age) => (age ? `${age} fa` : 'Adesso'),
		noValue: 'Nessun valore',
		relays,
		running: 'In corso …',
		done: 'Tutto fatto',
		partly: (done, of) => `${done} di ${of} fatti`,
		areOn: 'accesi',
		allOn: 'Tutto acceso',
		allOff: 'Tutto spento',
		someOn: (on, of) => `${on} di ${of}`,
		minutes: (n) => `${n} min`,
		seconds: (n) => `${n} s`,
		hours: (n) => `${n} h`,
		days: (n) => counted(n, { one: 'giorno', other: 'giorni' }),
	},
	attention: {
		label: 'Richiede la tua attenzione',
		waits: ['Una scheda attende', 'la tua decisione'],
		wait: (n) => [`${n} schede attendono`, 'la tua decisione'],
		pending: (names) => [names.length === 1 ? names[0]! : `${names.length} dispositivi`, 'da configurare'],
		away: (name, age) => [name, age ? `è assente da ${age}` : 'è assente'],
		offline: (name, age) => [name, age ? `è offline da ${age}` : 'è offline'],
		gone: (n) => [`${n} dispositivi`, 'non sono connessi'],
		update: (name) => [name, 'non è stato aggiornato'],
		refused: (name) => [name, 'ha rifiutato le impostazioni'],
		revoked: (name) => [name, 'ha bisogno di un nuovo firmware'],
	},
};
