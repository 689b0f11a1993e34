import type { ProblemKind } from '$lib/flash/flash-problem.ts';
import type { Words } from '$lib/words/all-words.ts';
import { percent } from '$lib/words/format/numbers.ts';

const problems: Record<ProblemKind, (detail: string, chip: string) => [what: string, then: string]> = {
	'no-port': () => [
		'Es wurde kein Anschluss gewählt.',
		'Wenn keiner in der Liste stand: Nimm ein anderes Kabel, viele laden nur. Chips wie CH340 und CP210x brauchen unter Windows und macOS einen Treiber.',
	],
	'port-busy': () => [
		'Der Anschluss konnte nicht geöffnet werden.',
		'Ein anderes Programm benutzt ihn: Schließe serielle Monitore und andere Tabs. Unter Linux muss dein Benutzer in der Gruppe dialout sein.',
	],
	'no-answer': () => [
		'Das Board antwortet nicht.',
		'Halte seine Taste BOOT oder FLASH gedrückt (bei Modulen ohne Taster: IO0 an Masse), drücke kurz RST und versuche es noch einmal.',
	],
	'wrong-chip': (found, chip) => [
		found ? `Das ist ein ${found}, aber die Firmware ist für einen ${chip}.` : `Dieser Chip ist kein ${chip}.`,
		'Es wurde nichts geschrieben. Stecke das andere Board an, oder lege für dieses ein neues ausstehendes Gerät an.',
	],
	cable: () => [
		'Das Kabel wurde gezogen, oder das Board hat seinen Strom verloren.',
		'Das Board ist nicht kaputt: Sein Bootloader kann nicht überschrieben werden. Stecke es wieder an und beginne von vorn.',
	],
	stopped: () => [
		'Du hast es angehalten.',
		'Das Board ist nicht kaputt, startet aber erst wieder, wenn es vollständig geflasht ist.',
	],
	download: (name) => [
		`${name || 'Die Firmware'} konnte nicht vollständig vom Hub geladen werden.`,
		'Es wurde nichts geschrieben. Beginne noch einmal, wenn der Hub erreichbar ist.',
	],
	'not-verified': () => [
		'Im Flash steht nicht, was geschrieben wurde.',
		'Versuche es noch einmal. Bleibt es so, nimm ein anderes Kabel oder eine andere USB-Buchse. Bei einem alten Board kann der Flash verbraucht sein.',
	],
	other: (detail) => [
		'Beim Flashen ging etwas schief.',
		detail ? `Der Bootloader meldet: ${detail}` : 'Beginne noch einmal von vorn.',
	],
};

const kilobytes = (bytes: number) => Math.ceil(bytes / 1_000);

/** Flashing a board, and the drawing of a board. */
export const flashWords: Words['flashWords'] = {
	usb: {
		title: 'In diesem Browser, über USB',
		lead: 'Stecke das Board mit einem Kabel an, das Daten überträgt. Firmware und Konfiguration werden in einem Zug geschrieben.',
		keep: 'Lass das Kabel stecken und diese Seite offen.',
		start: 'Anschluss wählen und flashen',
		again: 'Erneut versuchen',
		version: (version) => `Firmware ${version}`,
		choosing: 'Wähle im Fenster des Browsers den Anschluss des Boards.',
		connecting: 'Bootloader des Boards wird geweckt',
		connectingHint: 'Das dauert ein paar Sekunden. Bleibt es so, halte die Taste BOOT oder FLASH gedrückt.',
		writing: (done, total) => `Schreibt, ${kilobytes(done)} von ${kilobytes(total)} kB`,
		percent: (done) => percent(done),
		left: (ms) => (ms === undefined ? 'Wird geschätzt…' : `Noch etwa ${Math.ceil(ms / 1_000)} Sek.`),
		label: 'Flashen',
		cancel: 'Abbrechen',
		leave: {
			title: 'Schreiben der Firmware abbrechen?',
			action: 'Schreiben abbrechen',
			what: [
				{
					icon: 'usb',
					bad: true,
					title: 'Die Firmware ist erst zum Teil geschrieben',
					text: 'Das Board startet erst wieder, wenn es neu geflasht ist. Es ist nicht kaputt.',
				},
			],
		},
		found: (code) => `Board ${code}`,
		written: 'Geschrieben und geprüft',
		writtenLead: 'Das Board ist gestartet. Sein Protokoll unten zeigt, was es tut.',
		more: 'Noch einmal flashen',
		problem: (kind, detail, chip) => problems[kind](detail, chip),
		trouble: {
			'wifi-password': [
				'Das WLAN lässt es nicht hinein.',
				'Gib unten das richtige Passwort ein. Neu flashen musst du nicht.',
			],
			'wifi-missing': [
				'Es findet das WLAN nicht.',
				'Ist es in Reichweite, und ist es 2,4 GHz? Wähle unten eines in Reichweite.',
			],
			'no-config': ['Es findet seine Konfigurationsdatei nicht.', 'Flashe es noch einmal von vorn.'],
		},
	},
	log: {
		title: 'Was das Board meldet',
		label: 'Zeilen aus dem seriellen Protokoll des Boards',
		none: 'Noch nichts.',
		ended: 'Die Verbindung ist weg, deshalb endet das Protokoll hier. Der Hub zeigt die Schritte weiter.',
	},
	cannot: {
		'no-web-serial': (ways) => [
			'Dieser Browser kann keine USB-Anschlüsse benutzen.',
			`Chrome, Edge und Opera auf einem Computer können es, Firefox ab Version 151; Safari und Handys nicht. Öffne diese Seite dort${ways ? ', oder nimm einen der Wege unten' : ''}.`,
		],
		'not-secure': () => [
			'Über einfaches HTTP gibt der Browser einer Seite keine USB-Anschlüsse.',
			'Ein Besitzer kann in den Einstellungen HTTPS einschalten. Oder führe dies in einem Terminal auf diesem Computer aus, lass es offen',
		],
	},
	tunnel: (host, port) => `ssh -N -L ${port}:localhost:${port} USER@${host}`,
	tunnelThen: 'und öffne',
	noImage: 'Hier gibt es keine fertige Firmware.',
	noImageThen: {
		pack: (file) => `Die Firmware aller Boards kommt in einer Datei, dem Paket dieser Version: ${file}.`,
		add: 'In den Einstellungen hinzufügen',
		askOwner: 'Ein Besitzer fügt es in den Einstellungen unter „Firmware“ hinzu.',
		project: 'Oder baue sie auf deinem Computer, mit dem Projekt unten.',
		nothing: 'Ein Board, dessen Firmware Mooring Link v2 spricht, nimmt seine Konfigurationsdatei, wie sie ist.',
	},
	files: {
		title: 'Dateien für esptool',
		lead: 'Speichere alle in einem Ordner und führe dort einen Befehl aus. Du brauchst esptool 5: pip install esptool.',
		download: (name) => `${name} herunterladen`,
		size: (bytes) => (bytes < 1_000 ? `${bytes} B` : `${kilobytes(bytes)} kB`),
	},
	project: {
		title: 'Projekt als .zip',
		lead: 'Für PlatformIO: lässt sich bauen, wie es ist. Die README nennt die drei Schritte.',
	},
	secret: (project) =>
		project
			? 'Die Konfigurationsdatei und die eine Datei im Ordner „secrets“ des Projekts enthalten dein WLAN-Passwort und den Registrierungsschlüssel. Gib sie nicht weiter.'
			: 'Die Datei, die auf .mooring endet, enthält dein WLAN-Passwort und den Registrierungsschlüssel. Gib sie nicht weiter.',
	looking: 'Image wird gesucht…',
	steps: {
		flashed: ['Geflasht', 'Firmware und Konfiguration sind darauf', 'Über USB oder mit den Dateien'],
		withProject: 'Mit dem Projekt',
		configured: ['Konfigurationsdatei darauf', 'Das Board hat sie übernommen', 'Gib ihm die Konfigurationsdatei'],
		wifi: ['Im WLAN', 'Es ist in deinem Netzwerk', 'Verbindet sich von selbst'],
		hub: ['Hub gefunden', 'Es hat diesen Hub gefunden', 'Sobald es diesen Hub findet'],
		writing: (done) => `Schreibt, ${percent(done)}`,
	},
	pads: {
		RST: 'Reset',
		EN: 'Enable',
		A0: 'Analog',
		'3V3': 'Strom',
		'5V': 'Strom',
		VIN: 'Strom',
		G: 'Masse',
		RSV: 'Unbenutzt',
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
	opening: 'Öffnen und anschließen',
	drawing: (board, lit, boot) =>
		[`Zeichnung: ${board}.`, `Markiert: ${lit || 'noch nichts'}.`, boot && `Boot-Pins: ${boot}.`]
			.filter(Boolean)
			.join(' '),
	sensor: {
		sda: 'SDA-Pin',
		scl: 'SCL-Pin',
		second: (pin) => `${pin} kann nicht beide Pins des Sensors sein.`,
	},
};
