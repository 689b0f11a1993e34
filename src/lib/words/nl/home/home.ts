import type { Words } from '$lib/words/all-words.ts';
import { exactDuration } from '$lib/words/format/duration.ts';
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
	sheet: {
		favourite: (name) => `${isolate(name)} is een favoriet`,
		onFor: 'Aanzetten voor',
		timer: {
			preset: (minutes) => exactDuration(minutes * 60_000),
			other: 'Anders…',
			more: (minutes) => `${minutes} min langer`,
			stay: 'Aan laten',
			running(when, leftMs, totalMs) {
				const minutes = Math.ceil(leftMs / 60_000);
				const left =
					leftMs <= 60_000
						? `nog ${Math.ceil(leftMs / 1_000)} sec`
						: totalMs && totalMs < 3 * 3_600_000
							? `nog ${minutes} van ${totalMs / 60_000} min`
							: `nog ${exactDuration(minutes * 60_000)}`;
				return `Uit om ${when} · ${left}`;
			},
		},
		rules: 'Regels',
		onBoard: 'op het board',
		onHub: 'op de hub',
		moved: 'Wie het schakelde',
		never: 'Nog niets bekend.',
		edit: 'Bewerken',
		does: 'Wat er gebeurt',
		run: 'Uitvoeren',
		notConnected: 'Het board is niet verbonden. Schakelen kan nu niet.',
		mayNot: 'Je mag het zien, maar niet schakelen.',
		hubLost: 'De hub is niet bereikbaar. Schakelen kan nu niet.',
	},
	rules: {
		maxOn: (time) => `Gaat na ${time} vanzelf uit`,
		pulse: (time) => `Een druk duurt ${time}`,
		never: (names) => `Nooit tegelijk aan met ${names.map(isolate).join(', ')}`,
		powerOn: { on: 'Gaat aan als de stroom terugkomt', last: 'Wordt weer zoals het was als de stroom terugkomt' },
		input: (name) => `Volgt de wandschakelaar ${isolate(name)}`,
		schedule: (on, when, forTime) =>
			`Gaat ${on ? 'aan' : 'uit'}: ${when.charAt(0).toLowerCase()}${when.slice(1)}${forTime && `, ${forTime} lang`}`,
		scene: (on, name) => `Gaat ${on ? 'aan' : 'uit'} met de scène ${isolate(name)}`,
		group: (name) => `Hoort bij ${isolate(name)}`,
		none: 'Schakelt alleen als iemand het schakelt.',
	},
	arrange: {
		start: 'Ordenen',
		lead: 'Alleen jij ziet deze volgorde. Met de ster maak je iets favoriet.',
		done: 'Klaar',
		favourite: (name) => `${isolate(name)}, favoriet`,
		noFavourites: 'Nog geen favorieten. Tik op een ster.',
		grip: (name) => `${isolate(name)} verplaatsen: sleep, of gebruik de pijltjestoetsen`,
		up: (name) => `${isolate(name)} omhoog`,
		down: (name) => `${isolate(name)} omlaag`,
		moved: (name, place, of) => `${isolate(name)}: ${place} van ${of}`,
		devices: 'Kamers en de volgorde van apparaten wijzig je bij ‘Apparaten’, voor iedereen.',
	},
};
