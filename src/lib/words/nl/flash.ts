import type { ProblemKind } from '$lib/flash/flash-problem.ts';
import type { Trouble } from '$lib/usb/log-lines.ts';
import type { Words } from '$lib/words/all-words.ts';
import { percent } from '$lib/words/format/numbers.ts';

const problems: Record<ProblemKind, (detail: string, chip: string) => [what: string, then: string]> = {
	'no-port': () => [
		'Er is geen poort gekozen.',
		'Stond er geen in de lijst, probeer dan een andere kabel: veel kabels laden alleen. CH340- en CP210x-chips hebben op Windows en macOS een driver nodig.',
	],
	'port-busy': () => [
		'De poort kon niet worden geopend.',
		'Een ander programma gebruikt hem: sluit seriële monitors en andere tabbladen. Op Linux moet je gebruiker in de groep dialout zitten.',
	],
	'no-answer': () => [
		'Het board antwoordt niet.',
		'Houd de knop BOOT of FLASH ingedrukt (op kale modules: IO0 aan massa), tik op RST en probeer het opnieuw.',
	],
	'wrong-chip': (found, chip) => [
		found ? `Dit is een ${found}, maar de firmware is voor een ${chip}.` : `Deze chip is geen ${chip}.`,
		'Er is niets geschreven. Sluit het andere board aan, of maak een nieuw wachtend apparaat voor dit board.',
	],
	cable: () => [
		'De kabel is losgeraakt, of het board heeft geen stroom meer.',
		'Het board is niet stuk: de loader kan niet worden overschreven. Sluit het weer aan en begin opnieuw.',
	],
	stopped: () => ['Je hebt het gestopt.', 'Het board is niet stuk, maar start pas als het helemaal is geflasht.'],
	download: (name) => [
		`${name || 'De firmware'} kon niet volledig van de hub worden opgehaald.`,
		'Er is niets geschreven. Begin opnieuw als de hub weer bereikbaar is.',
	],
	'not-verified': () => [
		'In het flashgeheugen staat niet wat is geschreven.',
		'Probeer het opnieuw; blijft het zo, probeer dan een andere kabel of USB-poort. Het flashgeheugen van een oud board kan versleten zijn.',
	],
	other: (detail) => ['Het flashen ging mis.', detail ? `De loader meldt: ${detail}` : 'Begin opnieuw.'],
};

const troubles: Record<Trouble, [what: string, then: string]> = {
	'wifi-password': [
		'Het wifi-netwerk laat het board niet toe.',
		'Vul hieronder het juiste wachtwoord in. Opnieuw flashen is niet nodig.',
	],
	'wifi-missing': [
		'Het board vindt het wifi-netwerk niet.',
		'Is het in bereik, en is het 2,4 GHz? Kies hieronder een netwerk in bereik.',
	],
	'no-config': ['Het board vindt zijn configuratiebestand niet.', 'Flash het nog een keer, vanaf het begin.'],
};

const kilobytes = (bytes: number) => Math.ceil(bytes / 1_000);

/** Flashing a board, and the drawing of a board. */
export const flashWords: Words['flashWords'] = {
	usb: {
		title: 'In deze browser, via USB',
		lead: 'Sluit het board aan met een kabel die ook data overbrengt. Firmware en configuratie worden in één keer geschreven.',
		keep: 'Laat de kabel zitten en deze pagina open.',
		start: 'Poort kiezen en flashen',
		again: 'Opnieuw proberen',
		version: (version) => `Firmware ${version}`,
		choosing: 'Kies de poort van het board in het venster van de browser.',
		connecting: 'De loader van het board wordt gewekt',
		connectingHint: 'Een paar seconden. Blijft het zo, houd dan de knop BOOT of FLASH ingedrukt.',
		writing: (done, total) => `Schrijven, ${kilobytes(done)} van ${kilobytes(total)} kB`,
		percent: (done) => percent(done),
		left: (ms) => (ms === undefined ? 'Wordt geschat…' : `Nog ongeveer ${Math.ceil(ms / 1_000)} sec`),
		label: 'Flashen',
		cancel: 'Annuleren',
		leave: {
			title: 'Schrijven van de firmware stoppen?',
			action: 'Schrijven stoppen',
			what: [
				{
					icon: 'usb',
					bad: true,
					title: 'De firmware is dan maar deels geschreven',
					text: 'Het board start niet tot het opnieuw is geflasht. Het is niet stuk.',
				},
			],
		},
		found: (code) => `Board ${code}`,
		written: 'Geschreven en gecontroleerd',
		writtenLead: 'Het board is gestart. Het logboek hieronder toont wat het doet.',
		more: 'Nog een keer flashen',
		problem: (kind, detail, chip) => problems[kind](detail, chip),
		trouble: troubles,
	},
	log: {
		title: 'Wat het board meldt',
		label: 'Regels uit het seriële logboek van het board',
		none: 'Nog niets.',
		ended: 'De verbinding is verbroken, dus hier eindigt het logboek. De hub toont de stappen nog wel.',
	},
	cannot: {
		'no-web-serial': (ways) => [
			'Deze browser kan niet bij USB-poorten.',
			`Chrome, Edge en Opera op een computer kunnen dat wel, en Firefox vanaf 151; Safari en telefoons niet. Open deze pagina daar${ways ? ', of kies een van de manieren hieronder' : ''}.`,
		],
		'not-secure': () => [
			'De browser geeft geen USB-poorten aan een pagina die via gewoon HTTP is geladen.',
			'Een eigenaar kan HTTPS aanzetten bij ‘Instellingen’. Of voer dit uit in een terminal op deze computer, laat die open,',
		],
	},
	tunnel: (host, port) => `ssh -N -L ${port}:localhost:${port} GEBRUIKER@${host}`,
	tunnelThen: 'en open',
	noImage: 'Hier is geen kant-en-klare firmware.',
	noImageThen: {
		pack: (file) => `De firmware van alle boards zit in één bestand, het pakket van deze versie: ${file}.`,
		add: 'Toevoegen in Instellingen',
		askOwner: 'Een eigenaar voegt het toe in Instellingen, onder ‘Firmware’.',
		project: 'Of bouw de firmware op je computer, met het project hieronder.',
		nothing: 'Een board met firmware voor Mooring Link v2 neemt zijn configuratiebestand zoals het is.',
	},
	files: {
		title: 'Bestanden voor esptool',
		lead: 'Bewaar ze allemaal in één map en voer daar één opdracht uit. Vereist esptool 5: pip install esptool.',
		download: (name) => `${name} downloaden`,
		size: (bytes) => (bytes < 1_000 ? `${bytes} B` : `${kilobytes(bytes)} kB`),
	},
	project: {
		title: 'Project als .zip',
		lead: 'Voor PlatformIO: bouwt zonder aanpassing, en de README noemt de drie stappen.',
	},
	secret: (project) =>
		project
			? 'In het configuratiebestand, en in het ene bestand in de map ‘secrets’ van het project, staan je wifi-wachtwoord en de registratiesleutel. Deel ze met niemand.'
			: 'In het bestand dat eindigt op .mooring staan je wifi-wachtwoord en de registratiesleutel. Deel het met niemand.',
	looking: 'Een image wordt gezocht…',
	steps: {
		flashed: ['Geflasht', 'Firmware en configuratie staan erop', 'Via USB, of met de bestanden'],
		withProject: 'Met het project',
		configured: ['Configuratiebestand erop', 'Het board heeft het overgenomen', 'Geef het het configuratiebestand'],
		wifi: ['Op wifi', 'Verbonden met je netwerk', 'Verbindt vanzelf'],
		hub: ['Hub gevonden', 'Het heeft deze hub gevonden', 'Zodra het deze hub vindt'],
		writing: (done) => `Schrijven, ${percent(done)}`,
	},
	pads: {
		RST: 'Reset',
		EN: 'Enable',
		A0: 'Analoog',
		'3V3': 'Voeding',
		'5V': 'Voeding',
		VIN: 'Voeding',
		G: 'Massa',
		RSV: 'Ongebruikt',
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
	opening: 'Openen en aansluiten',
	drawing: (board, lit, boot) =>
		[`Tekening van ${board}.`, `Verlicht: ${lit || 'nog niets'}.`, boot && `Boot-pinnen: ${boot}.`]
			.filter(Boolean)
			.join(' '),
	sensor: {
		sda: 'SDA-pin',
		scl: 'SCL-pin',
		second: (pin) => `${pin} kan niet allebei de pinnen van de sensor zijn.`,
	},
};
