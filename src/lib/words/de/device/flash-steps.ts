import type { Words } from '$lib/words/all-words.ts';

/** How to open and flash a board, by the hub's codes. */
export const flashStepWords: Words['flashStepWords'] = {
	usb: () => 'Stecke es mit einem USB-Kabel an, das Daten überträgt.',
	mains: () =>
		'Lebensgefahr: Dieses Board führt Netzspannung. Zieh zuerst den Stecker oder schalte die Sicherung aus, und lass es vom Netz getrennt, bis es wieder geschlossen ist.',
	'ground-is-mains': () =>
		'Masse und alle Pins sind mit dem Stromnetz verbunden. Schließe nie etwas daran an, solange es Netzspannung hat.',
	locked: (what) => `Prüfe das Modell: Das ${what} ist vom Hersteller gesperrt und lässt sich nicht flashen.`,
	'shift-registers': () =>
		'Prüfe das Board: Neuere steuern ihre Relais über 74HC595-Chips. Diese schaltet die Firmware nicht.',
	'take-out': () => 'Nimm das Modul von seiner Relaisplatine.',
	open: (what) => `Öffne das Gehäuse. Du brauchst diese Pins: ${what}.`,
	pins: (what) => `Du brauchst diese Pins: ${what}.`,
	'thin-pins': () => 'Die Löcher der Stiftleiste sind klein (Abstand 1,27 mm): Nimm dünne Drähte.',
	solder: () => 'Die Lötpunkte sind klein: Löte dünne Drähte an.',
	adapter: () =>
		'Verbinde einen USB-Seriell-Adapter, eingestellt auf 3,3 V, nie auf 5 V: 3,3 V mit 3V3, GND mit GND, sein TX mit RX und sein RX mit TX.',
	'adapter-without-power': (what) =>
		`Verbinde einen USB-Seriell-Adapter, eingestellt auf 3,3 V: GND mit GND, sein TX mit RX und sein RX mit TX. Strom kommt vom Kleinspannungseingang des Boards: ${what}.`,
	'hold-button': (what) =>
		`Halte ${what} gedrückt, während das Board Strom bekommt, und lass nach zwei Sekunden los. Dann wartet es auf das Flashen.`,
	'hold-pin': (what) =>
		`Verbinde ${what} mit GND, während das Board Strom bekommt, und löse die Verbindung dann. Nun wartet es auf das Flashen.`,
	close: () => 'Nimm nach dem Flashen den Adapter ab und schließe das Gehäuse. Erst dann darf es wieder ans Netz.',
};
