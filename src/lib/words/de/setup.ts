import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';

/** The wizard that adds a device, and the page that sets up its board. */

export const addWords: Words['addWords'] = {
	close: 'Schließen',
	leave: {
		title: 'Verlassen, ohne das Gerät hinzuzufügen?',
		action: 'Verlassen',
		what: [
			{
				icon: 'trash',
				bad: true,
				title: 'Deine Eingaben gehen verloren',
				text: 'Beim nächsten Mal beginnst du wieder beim ersten Schritt.',
			},
		],
	},
	steps: ['Board & Name', 'WLAN', 'Relais & Pins', 'Sensor', 'Abschluss'],
	where: (step, of) => `Schritt ${step} von ${of}`,
	stepsLabel: 'Schritte',
	back: 'Zurück',
	next: (step) => `Weiter: ${step}`,
	board: 'Board',
	chooseBoard: 'Board wählen',
	searchBoard: 'Boards suchen',
	noSuchBoard: 'Kein Board heißt so. Sieh unter „Andere Boards“ nach: Sie haben jeden Pin ihres Chips.',
	changeBoard: 'Ändern',
	/** headings of the list of boards */
	families: {
		virtual: 'Virtuell',
		module: 'Boards mit freien Pins',
		'relay-board': 'Relaisplatinen',
		sonoff: 'Sonoff',
		shelly: 'Shelly',
		athom: 'Athom',
		generic: 'Andere Boards',
	},
	boardHint: 'Kein Board zur Hand? Das virtuelle Board zeigt alles, und dieser Hub kann es simulieren.',
	name: 'Name',
	nameHint: 'Wie es alle im Haus nennen, zum Beispiel „Heizungskeller“.',
	wifiLead: 'Das Board verbindet sich mit diesem Netzwerk. Das Passwort kommt in die Datei des Boards.',
	passwordForgotten: 'Gib das Passwort noch einmal ein: Beim Neuladen der Seite geht es verloren.',
	relay: (n) => `Relais ${n}`,
	relayName: (n) => `Relais ${n}`,
	pin: 'Pin',
	wired: (pin, activeLow) => (activeLow ? `${pin}, Low-aktiv` : pin),
	logic: 'Logik',
	activeHigh: 'High-aktiv',
	activeLow: 'Low-aktiv',
	logicHint:
		'High-aktiv (auch Positiv genannt): Das Relais ist an, solange sein Pin high ist. Low-aktiv (Negativ): Es ist an, solange sein Pin low ist, wie bei den meisten Relaisplatinen.',
	logicWhy: {
		own: (activeLow) =>
			activeLow
				? 'Die eigenen Relais dieses Boards sind Low-aktiv.'
				: 'Die eigenen Relais dieses Boards sind High-aktiv.',
		module: 'Low-aktiv ist hier gewählt, weil die meisten Relaismodule so sind.',
		shield:
			'Low-aktiv ist hier gewählt, weil die meisten Relaismodule so sind. Das Relais-Shield für den D1 mini ist High-aktiv.',
		simulated: 'Bei einem simulierten Board geht beides.',
	},
	logicLegend: (n) => `Logik von Relais ${n}`,
	removeRelay: (n) => `Relais ${n} entfernen`,
	addRelay: 'Relais hinzufügen',
	noPinLeft: 'Auf diesem Board ist kein guter Pin mehr frei.',
	buttons: 'Taster',
	ownButton: (pin, relay) =>
		relay
			? `Der Taster des Boards (${pin}) schaltet ${isolate(relay)}.`
			: `Der Taster des Boards (${pin}) wird nur angezeigt.`,
	ownSwitch: (pin, relay) =>
		relay ? `Ein Wandschalter an ${pin} schaltet ${isolate(relay)}.` : `Ein Wandschalter an ${pin} wird nur angezeigt.`,
	mostRelays: (most) => `Ein Board hat höchstens ${most} Relais.`,
	problems: {
		name: 'Gib ihm einen Namen.',
		relayName: 'Dieses Relais braucht einen Namen.',
		refused: (label) => `${label} kann nicht für ein Relais benutzt werden.`,
		noSensor: (label) => `${label} kann nicht für einen Sensor benutzt werden.`,
		nothing: 'Ein Gerät braucht mindestens ein Relais oder einen Sensor.',
	},
	boot: 'Boot',
	refused: 'abgelehnt',
	bootPin: (label) => `${label} ist ein Boot-Pin.`,
	warnPin: (label) => `Vorsicht mit ${label}.`,
	useInstead: (label) => `Stattdessen ${label} nehmen`,
	taken: (label, by) => `${label} ist schon belegt: ${isolate(by)}.`,
	keyRelay: 'Relais',
	keyFree: 'Frei',
	keyBoot: 'Boot-Pin: bestimmt, wie das Board startet',
	sensor: 'Sensor',
	noSensor: 'Keiner',
	sensorPin: 'Datenpin',
	sensors: {
		dht22: 'DHT22: Temperatur und Luftfeuchte',
		ds18b20: 'DS18B20: Temperatur',
		sht3x: 'SHT3x: Temperatur und Luftfeuchte',
		bme280: 'BME280: Temperatur, Luftfeuchte, Luftdruck',
		virtual: 'Schwankende Temperatur',
		dht11: 'DHT11: Temperatur und Luftfeuchte',
		sht4x: 'SHT4x: Temperatur und Luftfeuchte',
		bmp280: 'BMP280: Temperatur und Luftdruck',
		bh1750: 'BH1750: Helligkeit',
	},
	finishLead:
		'Prüfe es noch einmal. Ein ausstehendes Gerät wartet bis zu 24 Stunden auf sein Board und kommt zu „Meine Geräte“, sobald es sich verbindet.',
	network: 'WLAN',
	relays: 'Relais',
	nothing: 'Keine',
	make: 'Ausstehendes Gerät anlegen',
};

export const setupWords: Words['setupWords'] = {
	title: 'Board einrichten',
	claimedTitle: 'Verbunden',
	waiting: 'Wartet auf das Board',
	waited: (asOf) => `So weit war es, Stand ${asOf}`,
	made: (code) => ['Ausstehendes Gerät angelegt', `Sein Code ist ${code}`, ''],
	seen: ['Board gesehen', 'Es hat diesen Hub gefunden', 'Sobald es diesen Hub findet'],
	authenticated: ['Geprüft', 'Sein Schlüssel stimmt', 'Sobald sein Schlüssel geprüft ist'],
	claimed: ['Übernommen', 'Steht unter „Meine Geräte“', 'Geschieht von selbst'],
	light: {
		title: 'Was das Licht des Boards sagt',
		signs: [
			['Ein Blitz, Pause', 'Es sucht sein WLAN.'],
			['Zwei Blitze, Pause', 'Es ist im WLAN und sucht den Hub.'],
			['Drei Blitze, Pause', 'Es hat den Hub gefunden und wartet, bis es übernommen wird.'],
			[
				'Vier Blitze, Pause',
				'Der Hub weist es ab: Es wurde gelöscht, sein Token widerrufen, oder sein Schlüssel ist abgelaufen.',
			],
			['Leuchtet vier Sekunden', 'Es wurde übernommen.'],
			['Flackert', 'Es bekommt neue Firmware: nicht vom Strom trennen.'],
			['Dunkel', 'Es ist verbunden.'],
		],
	},
	leave: 'Du kannst diese Seite verlassen. Das Gerät erscheint von selbst unter „Meine Geräte“.',
	toDevices: 'Zu „Meine Geräte“',
	play: {
		title: 'Auf diesem Hub ausführen',
		lead: 'Der Hub simuliert das Board, bis sein Gerät gelöscht wird.',
		action: 'Virtuelles Board starten',
		running: 'Es läuft',
	},
	self: {
		title: 'Selbst ausführen',
		lead: 'In einem anderen Fenster oder auf einem anderen Rechner mit diesem Projekt. Speichere die Datei im Ordner des Projekts, dann führe den Befehl aus.',
	},
	expired: 'Sein Schlüssel ist abgelaufen',
	awaiting: 'Sein Board wartet unter „Ausstehende Geräte“ auf eine Entscheidung.',
	decide: 'Zur Entscheidung',
	stepState: { done: 'Erledigt', now: 'Läuft', next: 'Kommt noch' },
	file: {
		title: 'Die Datei des Boards',
		lead: 'Alles, was dieses Board zum Registrieren braucht.',
		action: 'Datei herunterladen',
	},
	secret:
		'Die Datei enthält den Registrierungsschlüssel und, falls es eines gibt, das WLAN-Passwort. Gib sie nicht weiter.',
	command: 'Befehl',
	copy: 'Befehl kopieren',
	copied: 'Kopiert.',
	gone: 'Nicht mehr ausstehend',
	goneWhy:
		'Es wurde übernommen oder gelöscht, oder sein Board wartet unter „Ausstehende Geräte“ auf eine Entscheidung.',
	done: (name) => `${isolate(name)} steht unter „Meine Geräte“.`,
};
