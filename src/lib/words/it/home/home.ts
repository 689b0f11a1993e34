import type { Words } from '$lib/words/all-words.ts';
import { exactDuration } from '$lib/words/format/duration.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { counted, plural } from '$lib/words/format/plural.ts';
import { at } from '../when.ts';

/** Tiles have room for about 15 characters of state, in every language. */

const relays = (n: number) => `${n} relè`;
const offWord = (n: number) => plural(n, { one: 'spento', other: 'spenti' });
const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

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
		onSince: (when) => `Acceso ${/^\d+ /.test(when) && !when.includes(':') ? 'dal' : 'da'} ${when}`,
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
	sheet: {
		favourite: (name) => `${isolate(name)} è tra i preferiti`,
		onFor: 'Acceso per',
		timer: {
			preset: (minutes) => exactDuration(minutes * 60_000),
			other: 'Altro…',
			more: (minutes) => `Altri ${minutes} min`,
			stay: 'Resta acceso',
			running(when, leftMs, totalMs) {
				const minutes = Math.ceil(leftMs / 60_000);
				const left =
					leftMs <= 60_000
						? `ancora ${Math.ceil(leftMs / 1_000)} s`
						: totalMs && totalMs < 3 * 3_600_000
							? `ancora ${minutes} di ${totalMs / 60_000} min`
							: `ancora ${exactDuration(minutes * 60_000)}`;
				return `Si spegne ${at(when)} · ${left}`;
			},
		},
		rules: 'Regole',
		onBoard: 'sulla scheda',
		onHub: 'sull’hub',
		moved: 'Chi l’ha comandato',
		never: 'Ancora non si sa nulla.',
		edit: 'Modifica',
		does: 'Che cosa fa',
		run: 'Esegui',
		notConnected: 'La scheda non è connessa: ora non si può comandare.',
		mayNot: 'Puoi vederlo, ma non comandarlo.',
		hubLost: 'L’hub non è raggiungibile: ora non si può comandare.',
	},
	rules: {
		maxOn: (time) => `Si spegne da solo dopo ${time}`,
		pulse: (time) => `Un impulso dura ${time}`,
		never: (names) => `Mai acceso insieme a ${names.map(isolate).join(', ')}`,
		powerOn: {
			on: 'Si accende quando torna la corrente',
			last: 'Riprende l’ultimo stato quando torna la corrente',
		},
		input: (name) => `Segue l’interruttore a muro ${isolate(name)}`,
		schedule: (on, when, forTime) =>
			`${on ? 'Si accende' : 'Si spegne'}: ${lower(when)}${forTime && `, per ${forTime}`}`,
		scene: (on, name) => `Si ${on ? 'accende' : 'spegne'} quando parte ${isolate(name)}`,
		group: (name) => `Fa parte di ${isolate(name)}`,
		none: 'Fa solo ciò che gli viene chiesto.',
	},
	arrange: {
		start: 'Riordina',
		lead: 'Solo tu vedi questo ordine. La stella aggiunge ai preferiti.',
		done: 'Fatto',
		favourite: (name) => `${isolate(name)}, preferito`,
		noFavourites: 'Ancora nessun preferito. Premi una stella.',
		grip: (name) => `Sposta ${isolate(name)}: trascina o usa i tasti freccia`,
		up: (name) => `Sposta ${isolate(name)} in alto`,
		down: (name) => `Sposta ${isolate(name)} in basso`,
		moved: (name, place, of) => `${isolate(name)}: ${place} di ${of}`,
		devices: 'Le stanze e l’ordine dei dispositivi si cambiano in “Dispositivi”, per tutti.',
	},
};
