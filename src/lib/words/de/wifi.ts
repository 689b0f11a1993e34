import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';

/** The Wi-Fi of a board: its form, the second network, and changing it by cable. */
export const wifiWords: Words['wifiWords'] = {
	ssid: 'Name des Netzwerks',
	ssidHint: 'Boards nutzen nur Netzwerke mit 2,4 GHz.',
	password: 'Passwort',
	open: 'Leer bei einem offenen Netzwerk.',
	intoFile: 'Kommt in die Datei des Boards.',
	kept: {
		legend: 'Netzwerk',
		mark: 'auf diesem Hub gespeichert',
		other: 'Anderes Netzwerk',
		keep: 'Auf diesem Hub für das nächste Board speichern',
		keepHint: 'Verschlüsselt. Wer Boards hinzufügt, kann es ihnen geben.',
		already: (ssid) =>
			`${isolate(ssid)} ist schon auf diesem Hub gespeichert. Was du hier eingibst, gilt nur für dieses Board.`,
		full: (most) => `Auf diesem Hub sind schon ${most} Netzwerke gespeichert. Dieses gilt nur für dieses Board.`,
	},
	problems: {
		choose: 'Wähle ein Netzwerk.',
		shortSecured: (least) => `Mindestens ${least} Zeichen.`,
	},

	second: {
		title: 'Zweites WLAN',
		lead: 'Fällt sein eigenes Netzwerk aus, nimmt das Board dieses. Der Hub sendet es über die verschlüsselte Verbindung, ohne neues Flashen.',
		set: (ssid) => `Ausweichnetz: ${isolate(ssid)}`,
		none: 'Noch keines',
		save: 'Zweites WLAN festlegen',
		change: 'Ändern',
		remove: 'Entfernen',
		saved: (ssid) => `${isolate(ssid)} ist jetzt das zweite Netzwerk.`,
		removed: 'Das zweite Netzwerk ist entfernt.',
	},

	usb: {
		title: 'WLAN über USB',
		open: 'Anderes WLAN über USB geben',
		openHint: 'Für ein Board, das sein WLAN verloren hat: per Kabel, ohne Flashen.',
		lead: 'Ein Board, das sein WLAN verloren hat, bekommt per Kabel ein anderes. Nichts wird geflasht, Token und Einstellungen bleiben.',
		connect: 'Über USB verbinden',
		choosing: 'Wähle im Fenster des Browsers den Anschluss des Boards.',
		again: 'Erneut verbinden',
		disconnect: 'Trennen',
		over: 'Die Verbindung ist weg: Das Kabel wurde gezogen, oder ein anderes Programm benutzt den Anschluss.',
		another: (board, name) => `Das Board an diesem Anschluss ist ${board}, nicht das von ${isolate(name)}.`,
		change: 'Anderes WLAN',
		heading: 'Anderes WLAN geben',
		how: 'Name und Passwort gehen über das Kabel an das Board.',
		asking: 'Das Board wird nach Netzwerken gefragt…',
		silent: [
			'Das Board antwortet nicht.',
			'Vielleicht kann seine Firmware kein WLAN per Kabel einrichten, oder an diesem Anschluss hängt etwas anderes. Starte das Board neu und frage noch einmal, oder erstelle neue Firmware dafür.',
		],
		askAgain: 'Noch einmal fragen',
		scanning: 'Netzwerke werden gesucht…',
		heard: 'Netzwerke in Reichweite des Boards',
		none: 'Kein Netzwerk gefunden. Boards dieser Art nutzen nur 2,4 GHz. Du kannst trotzdem einen Namen eingeben.',
		isOpen: 'offen',
		strength: (dBm) => `${String(dBm).replace('-', '−')} dBm`,
		other: 'Anderes Netzwerk',
		look: 'Noch einmal suchen',
		join: 'WLAN verbinden',
		joining: (ssid) => `Verbindet mit ${isolate(ssid)}… Das kann eine Minute dauern.`,
		joined: (ssid) => [
			`Es ist im WLAN ${isolate(ssid)}.`,
			'Das Board behält dieses Netzwerk und sucht jetzt diesen Hub.',
		],
		problem: (problem, trouble, ssid) => {
			if (problem === 'no-answer')
				return ['Das Board hat kein Ergebnis gemeldet.', 'Sieh unten in sein Protokoll, dann versuche es noch einmal.'];
			if (problem === 'not-taken')
				return ['Das Board hat es nicht angenommen.', 'Starte das Board neu, dann versuche es noch einmal.'];
			if (trouble === 'wifi-password')
				return [`${isolate(ssid)} lässt es nicht hinein.`, 'Gib das Passwort noch einmal ein.'];
			if (trouble === 'wifi-missing')
				return [`Es findet ${isolate(ssid)} nicht.`, 'Ist der Name genau so geschrieben, und ist es 2,4 GHz?'];
			return [
				`Es konnte sich nicht mit ${isolate(ssid)} verbinden.`,
				'Stimmt das Passwort, und ist das Board in Reichweite?',
			];
		},
		steps: {
			cable: ['Über USB verbunden', 'Der Anschluss ist offen', 'Über den Anschluss, den du wählst'],
		},
	},
};
