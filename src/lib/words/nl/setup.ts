import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';

/** The wizard that adds a device, and the page that sets up its board. */

export const addWords: Words['addWords'] = {
	close: 'Sluiten',
	leave: {
		title: 'Verlaten zonder het apparaat toe te voegen?',
		action: 'Verlaten',
		what: [
			{
				icon: 'trash',
				bad: true,
				title: 'Wat je hebt getypt gaat verloren',
				text: 'Een apparaat toevoegen begint dan weer bij de eerste stap.',
			},
		],
	},
	steps: ['Board en naam', 'Wifi', 'Relais en pinnen', 'Sensor', 'Afronden'],
	where: (step, of) => `Stap ${step} van ${of}`,
	stepsLabel: 'Stappen',
	back: 'Terug',
	next: (step) => `Verder: ${step}`,
	board: 'Board',
	chooseBoard: 'Board kiezen',
	searchBoard: 'Boards zoeken',
	noSuchBoard: 'Geen board heet zo. Kijk bij ‘Andere boards’: die hebben elke pin van hun chip.',
	changeBoard: 'Wijzigen',
	/** headings of the list of boards */
	families: {
		virtual: 'Virtueel',
		module: 'Boards met vrije pinnen',
		'relay-board': 'Relaisboards',
		sonoff: 'Sonoff',
		shelly: 'Shelly',
		athom: 'Athom',
		generic: 'Andere boards',
	},
	boardHint: 'Geen board bij de hand? Het virtuele board laat alles zien, en deze hub kan het simuleren.',
	name: 'Naam',
	nameHint: 'Zoals iedereen in huis het noemt, bijvoorbeeld ‘Stookruimte’.',
	wifiLead: 'Het board verbindt met dit netwerk. Het wachtwoord komt in het bestand van het board.',
	passwordForgotten: 'Typ het wachtwoord nog eens: bij het herladen van de pagina gaat het verloren.',
	relay: (n) => `Relais ${n}`,
	relayName: (n) => `Relais ${n}`,
	pin: 'Pin',
	wired: (pin, activeLow) => (activeLow ? `${pin}, actief laag` : pin),
	logic: 'Logica',
	activeHigh: 'Actief hoog',
	activeLow: 'Actief laag',
	logicHint:
		'Actief hoog (ook wel Positief): het relais is aan zolang zijn pin hoog is. Actief laag (Negatief): het is aan zolang zijn pin laag is, zoals bij de meeste relaisboards.',
	logicWhy: {
		own: (activeLow) =>
			activeLow ? 'De eigen relais van dit board zijn actief laag.' : 'De eigen relais van dit board zijn actief hoog.',
		module: 'Actief laag is hier gekozen, omdat de meeste relaismodules dat zijn.',
		shield:
			'Actief laag is hier gekozen, omdat de meeste relaismodules dat zijn. Het relaisshield voor de D1 mini is actief hoog.',
		simulated: 'Bij een gesimuleerd board kan beide.',
	},
	logicLegend: (n) => `Logica van relais ${n}`,
	removeRelay: (n) => `Relais ${n} verwijderen`,
	addRelay: 'Relais toevoegen',
	noPinLeft: 'Op dit board is geen goede pin meer vrij.',
	buttons: 'Knoppen',
	ownButton: (pin, relay) =>
		relay
			? `De eigen knop van het board (${pin}) schakelt ${isolate(relay)}.`
			: `De eigen knop van het board (${pin}) wordt alleen getoond.`,
	ownSwitch: (pin, relay) =>
		relay
			? `Een wandschakelaar op ${pin} schakelt ${isolate(relay)}.`
			: `Een wandschakelaar op ${pin} wordt alleen getoond.`,
	mostRelays: (most) => `Een board heeft hooguit ${most} relais.`,
	problems: {
		name: 'Geef een naam.',
		relayName: 'Dit relais heeft een naam nodig.',
		refused: (label) => `${label} is niet bruikbaar voor een relais.`,
		noSensor: (label) => `${label} is niet bruikbaar voor een sensor.`,
		nothing: 'Een apparaat heeft minstens één relais of sensor nodig.',
	},
	boot: 'boot',
	refused: 'geweigerd',
	bootPin: (label) => `${label} is een boot-pin.`,
	warnPin: (label) => `Let op met ${label}.`,
	useInstead: (label) => `Gebruik ${label}`,
	taken: (label, by) => `${label} wordt al gebruikt door ${isolate(by)}.`,
	keyRelay: 'Relais',
	keyFree: 'Vrij',
	keyBoot: 'Boot-pin: bepaalt hoe het board start',
	sensor: 'Sensor',
	noSensor: 'Geen',
	sensorPin: 'Datapin',
	sensors: {
		dht22: 'DHT22: temperatuur en vochtigheid',
		ds18b20: 'DS18B20: temperatuur',
		sht3x: 'SHT3x: temperatuur en vochtigheid',
		bme280: 'BME280: temperatuur, vochtigheid, luchtdruk',
		virtual: 'Wisselende temperatuur',
		dht11: 'DHT11: temperatuur en vochtigheid',
		sht4x: 'SHT4x: temperatuur en vochtigheid',
		bmp280: 'BMP280: temperatuur en luchtdruk',
		bh1750: 'BH1750: licht',
	},
	finishLead:
		'Controleer het nog eens. Een wachtend apparaat wacht tot 24 uur op zijn board en komt bij Mijn apparaten zodra dat verbinding maakt.',
	network: 'Wifi',
	relays: 'Relais',
	nothing: 'Geen',
	make: 'Wachtend apparaat maken',
};

export const setupWords: Words['setupWords'] = {
	title: 'Board instellen',
	claimedTitle: 'Verbonden',
	waiting: 'Wacht op het board',
	waited: (asOf) => `Hoever het was, stand van ${asOf}`,
	made: (code) => ['Wachtend apparaat gemaakt', `De code is ${code}`, ''],
	seen: ['Board gezien', 'Het heeft deze hub gevonden', 'Zodra het deze hub vindt'],
	authenticated: ['Geverifieerd', 'De sleutel klopt', 'Zodra de sleutel is gecontroleerd'],
	claimed: ['Gekoppeld', 'Staat bij Mijn apparaten', 'Gaat vanzelf'],
	light: {
		title: 'Wat het lampje van het board zegt',
		signs: [
			['Eén flits, pauze', 'Het zoekt zijn wifi.'],
			['Twee flitsen, pauze', 'Het is op de wifi en zoekt de hub.'],
			['Drie flitsen, pauze', 'Het heeft de hub gevonden en wacht tot het wordt geclaimd.'],
			[
				'Vier flitsen, pauze',
				'De hub weigert het: het is verwijderd, zijn token is ingetrokken, of zijn sleutel is verlopen.',
			],
			['Brandt vier seconden', 'Het is geclaimd.'],
			['Flikkert', 'Het krijgt nieuwe firmware: laat de stroom erop.'],
			['Uit', 'Het is verbonden.'],
		],
	},
	leave: 'Je kunt deze pagina verlaten. Het apparaat verschijnt vanzelf bij Mijn apparaten.',
	toDevices: 'Naar Mijn apparaten',
	play: {
		title: 'Op deze hub draaien',
		lead: 'De hub simuleert het board tot het apparaat wordt verwijderd.',
		action: 'Virtueel board starten',
		running: 'Het draait',
	},
	self: {
		title: 'Zelf draaien',
		lead: 'In een ander venster, of op een andere computer met dit project. Bewaar het bestand in de map van het project en voer dan de opdracht uit.',
	},
	expired: 'De sleutel is verlopen',
	awaiting: 'Het board wacht op een beslissing bij Wachtende apparaten.',
	decide: 'Naar de beslissing',
	stepState: { done: 'Gedaan', now: 'Bezig', next: 'Nog te doen' },
	file: {
		title: 'Het bestand van het board',
		lead: 'Alles wat dit board nodig heeft om zich te registreren.',
		action: 'Bestand downloaden',
	},
	secret: 'In het bestand staat de registratiesleutel, en het wifi-wachtwoord als dat er is. Deel het met niemand.',
	command: 'Opdracht',
	copy: 'Opdracht kopiëren',
	copied: 'Gekopieerd.',
	gone: 'Niet meer wachtend',
	goneWhy: 'Het is gekoppeld of verwijderd, of het board wacht op een beslissing bij Wachtende apparaten.',
	done: (name) => `${isolate(name)} staat bij Mijn apparaten.`,
};
