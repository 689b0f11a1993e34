import type { Words } from '$lib/words/all-words.ts';
import type { ProblemKind } from '$lib/flash/flash-problem.ts';
import type { Trouble } from '$lib/usb/log-lines.ts';
import { percent } from '$lib/words/format/numbers.ts';

const problems: Record<ProblemKind, (detail: string, chip: string) => [what: string, then: string]> = {
	'no-port': () => [
		'Nessuna porta scelta.',
		'Se non ce n’era nessuna: prova un altro cavo, molti servono solo a caricare. I chip CH340 e CP210x hanno bisogno di un driver su Windows e macOS.',
	],
	'port-busy': () => [
		'Non è stato possibile aprire la porta.',
		'La usa un altro programma: chiudi monitor seriali e altre schede del browser. Su Linux il tuo utente dev’essere nel gruppo dialout.',
	],
	'no-answer': () => [
		'La scheda non risponde.',
		'Tieni premuto il suo pulsante BOOT o FLASH (sui moduli nudi: IO0 a massa), tocca RST e riprova.',
	],
	'wrong-chip': (found, chip) => [
		found ? `Questo è un ${found}, ma il firmware è per un ${chip}.` : `Questo chip non è un ${chip}.`,
		'Non è stato scritto nulla. Collega l’altra scheda, o crea un nuovo dispositivo in attesa per questa.',
	],
	cable: () => [
		'Il cavo è stato staccato, o la scheda ha perso la corrente.',
		'La scheda non è rotta: il suo loader non si può sovrascrivere. Collegala di nuovo e ricomincia dall’inizio.',
	],
	stopped: () => [
		'Hai fermato la scrittura.',
		'La scheda non è rotta, ma non si avvia finché il firmware non è scritto fino alla fine.',
	],
	download: (name) => [
		`Non è stato possibile scaricare ${name || 'il firmware'} per intero dall’hub.`,
		'Non è stato scritto nulla. Ricomincia quando l’hub è raggiungibile.',
	],
	'not-verified': () => [
		'La memoria flash non contiene ciò che è stato scritto.',
		'Riprova; se succede ancora, prova un altro cavo o un’altra presa USB. La memoria flash di una vecchia scheda può essere consumata.',
	],
	other: (detail) => ['La scrittura non è riuscita.', detail ? `Il loader dice: ${detail}` : 'Ricomincia dall’inizio.'],
};

const troubles: Record<Trouble, [what: string, then: string]> = {
	'wifi-password': [
		'Il Wi-Fi non la lascia entrare.',
		'Scrivi qui sotto la password giusta. Il firmware non va riscritto.',
	],
	'wifi-missing': ['Non trova il Wi-Fi.', 'È a portata, ed è una rete a 2,4 GHz? Scegline una a portata qui sotto.'],
	'no-config': ['Non trova il suo file di configurazione.', 'Riscrivi il firmware dall’inizio.'],
};

const kilobytes = (bytes: number) => Math.ceil(bytes / 1_000);

/** Flashing a board, and the drawing of a board. */
export const flashWords: Words['flashWords'] = {
	usb: {
		title: 'In questo browser, via USB',
		lead: 'Collega la scheda con un cavo che trasmette dati. Firmware e configurazione vengono scritti insieme.',
		keep: 'Lascia il cavo collegato e questa pagina aperta.',
		start: 'Scegli porta e scrivi',
		again: 'Riprova',
		version: (version) => `Firmware ${version}`,
		choosing: 'Scegli la porta della scheda nella finestra del browser.',
		connecting: 'Risveglio del loader della scheda',
		connectingHint: 'Qualche secondo. Se resta così, tieni premuto il pulsante BOOT o FLASH.',
		writing: (done, total) => `Scrittura, ${kilobytes(done)} di ${kilobytes(total)} kB`,
		percent: (done) => percent(done),
		left: (ms) => (ms === undefined ? 'Stima in corso…' : `Ancora circa ${Math.ceil(ms / 1_000)} s`),
		label: 'Scrittura del firmware',
		cancel: 'Annulla',
		leave: {
			title: 'Fermare la scrittura del firmware?',
			action: 'Ferma la scrittura',
			what: [
				{
					icon: 'usb',
					bad: true,
					title: 'Il firmware è scritto solo in parte',
					text: 'La scheda non si avvia finché non viene riscritto. Non è rotta.',
				},
			],
		},
		found: (code) => `Scheda ${code}`,
		written: 'Scritto e verificato',
		writtenLead: 'La scheda si è avviata. Il log qui sotto mostra che cosa fa.',
		more: 'Scrivi ancora una volta',
		problem: (kind, detail, chip) => problems[kind](detail, chip),
		trouble: troubles,
	},
	log: {
		title: 'Che cosa dice la scheda',
		label: 'Righe del log seriale della scheda',
		none: 'Ancora nulla.',
		ended: 'La connessione è caduta: il log finisce qui. L’hub mostra ancora i passi.',
	},
	cannot: {
		'no-web-serial': (ways) => [
			'Questo browser non può accedere alle porte USB.',
			`Possono farlo Chrome, Edge e Opera su un computer, e Firefox dalla versione 151; Safari e i telefoni no. Apri questa pagina lì${ways ? ', o usa uno dei modi qui sotto' : ''}.`,
		],
		'not-secure': () => [
			'Il browser non dà porte USB a una pagina caricata via semplice HTTP.',
			'Un proprietario può attivare HTTPS nelle Impostazioni. Oppure esegui questo in un terminale su questo computer, lascialo aperto',
		],
	},
	tunnel: (host, port) => `ssh -N -L ${port}:localhost:${port} USER@${host}`,
	tunnelThen: 'e apri',
	noImage: 'Qui non c’è un firmware pronto.',
	noImageThen: {
		pack: (file) => `Il firmware di tutte le schede arriva in un solo file, il pacchetto di questa versione: ${file}.`,
		add: 'Aggiungilo nelle impostazioni',
		askOwner: 'Un proprietario lo aggiunge nelle impostazioni, in “Firmware”.',
		project: 'Oppure compilalo sul tuo computer, con il progetto qui sotto.',
		nothing: 'Una scheda con un firmware che parla Mooring Link v2 prende il suo file di configurazione così com’è.',
	},
	files: {
		title: 'File per esptool',
		lead: 'Salvali tutti in una cartella, poi esegui lì un comando. Serve esptool 5: pip install esptool.',
		download: (name) => `Scarica ${name}`,
		size: (bytes) => (bytes < 1_000 ? `${bytes} B` : `${kilobytes(bytes)} kB`),
	},
	project: {
		title: 'Progetto .zip',
		lead: 'Per PlatformIO: si compila così com’è, e il suo README spiega i tre passi.',
	},
	secret: (project) =>
		project
			? 'Il file di configurazione, e l’unico file nella cartella “secrets” del progetto, contengono la password del Wi-Fi e la chiave di registrazione. Non condividerli.'
			: 'Il file che finisce in .mooring contiene la password del Wi-Fi e la chiave di registrazione. Non condividerlo.',
	looking: 'Ricerca di un’immagine…',
	steps: {
		flashed: ['Firmware scritto', 'Firmware e configurazione sono sulla scheda', 'Via USB, o con i file'],
		withProject: 'Con il progetto',
		configured: ['File di configurazione sulla scheda', 'La scheda lo ha preso', 'Dalle il file di configurazione'],
		wifi: ['In Wi-Fi', 'Si è connessa alla tua rete', 'Si connette da sola alla tua rete'],
		hub: ['Hub trovato', 'Ha trovato questo hub', 'Appena trova questo hub'],
		writing: (done) => `Scrittura, ${percent(done)}`,
	},
	pads: {
		RST: 'Reset',
		EN: 'Enable',
		A0: 'Analogico',
		'3V3': 'Alimentazione',
		'5V': 'Alimentazione',
		VIN: 'Alimentazione',
		G: 'Massa',
		RSV: 'Non usato',
		SD0: 'Flash',
		SD1: 'Flash',
		SD2: 'Flash',
		SD3: 'Flash',
		CMD: 'Flash',
		CLK: 'Flash',
		D0: 'Flash',
		D1: 'Flash',
		D2: 'Flash',
		D3: 'Flash',
	},
	/** heading of how to open and flash a board */
	opening: 'Aprirla e collegarla',
	drawing: (board, lit, boot) =>
		[`Disegno: ${board}.`, `Evidenziati: ${lit || 'ancora nessuno'}.`, boot && `Pin di avvio: ${boot}.`]
			.filter(Boolean)
			.join(' '),
	sensor: {
		sda: 'Pin SDA',
		scl: 'Pin SCL',
		second: (pin) => `${pin} non può essere entrambi i pin del sensore.`,
	},
};
