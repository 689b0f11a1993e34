import type { Words } from '$lib/words/all-words.ts';
import { kilobytes } from '$lib/words/format/bytes.ts';
import { exactDuration } from '$lib/words/format/duration.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { planWords } from './device-plan.ts';

/** The words of a device's page; they are loaded with that page. */
export const deviceWords: Words['deviceWords'] = {
	back: 'Mijn apparaten',
	gone: 'Dit apparaat is er niet',
	goneWhy: 'Het is verwijderd, of het heeft nooit bestaan. De geschiedenis is dan ook weg.',
	rename: 'Naam of kamer wijzigen',
	name: 'Naam',
	room: 'Kamer',
	roomHint: 'Leeg: in geen kamer.',
	noRoom: 'Geen kamer',
	save: 'Opslaan',
	cancel: 'Annuleren',
	signal: (dBm, word) => `${String(dBm).replace('-', '−')} dBm, ${word}`,
	strength: { 1: 'zeer zwak', 2: 'zwak', 3: 'goed', 4: 'sterk' },

	presence: {
		title: 'Laatste 24 uur',
		now: 'nu',
		states: {
			online: 'Online',
			away: 'Weg',
			offline: 'Offline',
			unknown: 'Niet vastgelegd',
			'not-yet': 'Nog niet toegevoegd',
		},
		none: '0 min',
		notUntil: (time) => `Nog niet toegevoegd tot ${time}`,
		story: (state, from, to) => `${state} van ${from} tot ${to}`,
	},

	...planWords,

	timer: {
		open: 'Aan voor…',
		of: (name) => `${isolate(name)} voor een tijd aanzetten`,
		minutes: (count) => `${count} min`,
		own: 'Minuten',
		start: 'Starten',
		running: (left) => `Gaat uit over ${left}`,
		change: 'Een nieuwe tijd komt ervoor in de plaats.',
	},

	chart: {
		range: 'Periode',
		ranges: { '24h': '24 uur', '7d': '7 dagen', '90d': '90 dagen', '2y': '2 jaar' },
		long: { '24h': '24 uur', '7d': '7 dagen', '90d': '90 dagen', '2y': '2 jaar' },
		now: 'nu',
		none: 'Nog geen waarden.',
		failed: 'De grafiek kon niet worden geladen. Laad de pagina opnieuw om hem te zien.',
		told: (o) =>
			`${o.quantity} over ${o.range}${o.now ? `, ${o.asOf ? `laatst ${o.now} (${o.asOf})` : `nu ${o.now}`}` : ''}: laagste ${o.least} (${o.leastAt}), hoogste ${o.most} (${o.mostAt})${
				o.gaps.length > 0 ? `; geen waarden ${o.gaps.join(', ')}` : ''
			}.`,
		gap: (from, to) => `van ${from} tot ${to}`,
		moreGaps: (count) => `en nog ${count} keer`,
		pointed: (when, least, most) => `${when} · ${least}–${most}`,
		empty: (quantity, range) => `${quantity} over ${range}: geen waarden.`,
	},

	opens: 'Naam en meer',
	config: {
		applied: (time) => `Toegepast op het board (${time}), zonder opnieuw te flashen`,
		never: 'Het board gebruikt deze instellingen',
		notSaved: 'Nog niet opgeslagen: het board werkt als voorheen',
		sent: 'Verzonden, wacht op het board…',
		sentThen: 'Verzonden; het resultaat is onbekend zolang de hub niet bereikbaar is',
		waiting: 'Wacht: wordt toegepast als het board verbinding maakt',
		refused: 'Het board weigerde de nieuwe instellingen',
		runsOld: (error) => `${isolate(error)}${/[.!?]$/.test(error) ? '' : '.'} Het houdt de vorige.`,
		back: 'Vorige instellingen terugzetten',
		unsaved: 'Nog niet opgeslagen',
		save: 'Opslaan',
		discard: 'Verwerpen',
		saving: 'Wordt opgeslagen…',
		saved: (name) => `Opgeslagen: ${isolate(name)}.`,
		undo: 'Ongedaan maken',
		undone: 'Weer zoals het was.',
		undoLate: 'Het is intussen opnieuw gewijzigd, dus er is niets teruggezet.',
		elsewhere: 'Iemand heeft dit apparaat intussen gewijzigd. Wat je hebt getypt, staat er nog.',
		reload: 'Nieuwe stand laden',
		leave: (name) => ({
			title: `${isolate(name)} verlaten zonder op te slaan?`,
			action: 'Niet opslaan',
			what: [
				{
					icon: 'trash',
					bad: true,
					title: 'Je wijzigingen gaan verloren',
					text: 'Wat je hier hebt getypt, wordt niet bewaard.',
				},
				{
					icon: 'relay',
					bad: false,
					title: 'Het apparaat blijft zoals het is',
					text: 'Het board gaat gewoon door.',
				},
			],
		}),
	},

	problems: {
		name: 'Geef een naam.',
		pin: (label) => `${label} is hier niet bruikbaar.`,
		tooLong: (most) => `Hooguit ${exactDuration(most)}.`,
		debounce: 'Van 5 tot 500 ms.',
		weekdays: 'Kies minstens één dag.',
	},

	units: { ms: 'ms', s: 'sec', min: 'min', h: 'uur' },
	unitOf: (label) => `${label}, eenheid`,

	security: {
		title: 'Beveiliging en authenticatie',
		active: 'Beveiligd token actief',
		activeText: 'Secure v2, gebonden aan dit board',
		rotating: 'Nieuw token onderweg',
		rotatingText: 'Het oude werkt tot het board het nieuwe heeft gebruikt',
		revoked: 'Token ingetrokken',
		revokedText: 'Geen board kan als dit apparaat verbinding maken',
		legacy: 'Legacy v1',
		legacyText: 'Een polling-token, onversleuteld verstuurd',
		type: 'Type',
		types: { 'secure-v2': 'Permanente, versleutelde verbinding', 'legacy-v1': 'Polling-token' },
		created: 'Gemaakt',
		lastUsed: 'Laatst gebruikt',
		never: 'nooit',
		fingerprint: 'Vingerafdruk',
		none: 'geen',
		regenerate: 'Token vernieuwen',
		revoke: 'Token intrekken',
		upgrade: 'Upgraden naar Secure v2',
		newFirmware: 'Nieuwe firmware maken',
		online:
			'Het board is online: bij vernieuwen krijgt het een nieuw token via de versleutelde verbinding, zonder opnieuw te flashen.',
		offline:
			'Het board is niet online: bij vernieuwen wordt nieuwe firmware gemaakt, en het oude token werkt meteen niet meer.',
		isLegacy: 'Wie je netwerk afluistert, kan dit token lezen. Na een upgrade is de verbinding versleuteld.',
		isRevoked: 'Maak nieuwe firmware en stel het board daarmee in om het apparaat terug te krijgen.',
		firmwareWaits: 'Nieuwe firmware wacht op het board.',
		firmwareLink: 'Board instellen',
		left: (time) => `Nog ${time} geldig.`,
		until: (time) => `Was geldig tot ${time}.`,
		rotated: 'Een nieuw token is onderweg naar het board.',
		revokedToast: (name) => `Het token van ${isolate(name)} is ingetrokken.`,
	},

	firmware: {
		board: 'Board',
		boardHint: 'Het board dat je voor dit apparaat gaat gebruiken.',
		pinOf: (relay) => `Pin van ${isolate(relay)}`,
		logicOf: (relay) => `Logica van ${isolate(relay)}`,
		shared: 'Twee relais delen een pin.',
		noBoards: 'De lijst met boards is er nog niet.',
	},

	system: {
		title: 'Systeeminformatie',
		asOf: (when) => `Laatste melding van het board, stand van ${when}.`,
		id: 'Apparaat-ID',
		mac: 'MAC',
		board: 'Board',
		chip: 'Chip',
		firmware: 'Firmware',
		uptime: 'Draait al',
		heap: 'Vrije heap',
		heapOf: (bytes) => kilobytes(bytes),
		signal: 'Signaal',
		wifi: 'Wifi',
		ip: 'IP-adres',
		lastSeen: 'Laatst gezien',
		claimed: 'Gekoppeld',
		unknown: '–',
		identify: 'Identificeren',
		identified: 'Het lampje op het board knippert een paar seconden.',
		reboot: 'Herstarten',
		rebooting: 'Het board herstart.',
		remove: 'Apparaat verwijderen',
	},

	history: {
		title: 'Geschiedenis',
		none: 'Er is nog niets gebeurd.',
		all: 'Alles tonen bij Activiteit',
		csv: 'Geschiedenis en metingen downloaden',
	},

	log: {
		title: 'Board-logboek',
		none: 'Het board heeft nog geen regels gestuurd.',
		label: 'Laatste regels uit het logboek van het board',
		levels: { warn: 'waarschuwing: ', error: 'fout: ' },
		follow: 'Naar de nieuwste',
	},
};
