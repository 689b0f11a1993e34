import type { Words } from '$lib/words/all-words.ts';

/** How to open and flash a board, by the hub's codes. */
export const flashStepWords: Words['flashStepWords'] = {
	usb: () => 'Sluit het aan met een USB-kabel die data doorgeeft.',
	mains: () =>
		'Levensgevaar: op dit board staat netspanning. Trek eerst de stekker eruit of schakel de groep uit, en houd het van het net tot het weer dicht is.',
	'ground-is-mains': () =>
		'De massa en alle pinnen zijn verbonden met het stroomnet. Sluit er nooit iets op aan zolang er netspanning op staat.',
	locked: (what) => `Controleer het model: de ${what} is door de fabrikant vergrendeld en kan niet worden geflasht.`,
	'shift-registers': () =>
		'Controleer het board: nieuwere sturen hun relais aan met 74HC595-chips. Die schakelt deze firmware niet.',
	'take-out': () => 'Haal de module van het relaisboard.',
	open: (what) => `Open de behuizing. Je hebt deze pinnen nodig: ${what}.`,
	pins: (what) => `Je hebt deze pinnen nodig: ${what}.`,
	'thin-pins': () => 'De gaatjes van de connector zijn klein (1,27 mm uit elkaar): neem dunne draden.',
	solder: () => 'De contacten zijn klein: soldeer er dunne draden aan.',
	adapter: () =>
		'Sluit een seriële USB-adapter aan die op 3,3 V staat, nooit op 5 V: 3,3 V op 3V3, GND op GND, zijn TX op RX en zijn RX op TX.',
	'adapter-without-power': (what) =>
		`Sluit een seriële USB-adapter aan die op 3,3 V staat: GND op GND, zijn TX op RX en zijn RX op TX. De stroom komt van de laagspanningsingang van het board: ${what}.`,
	'hold-button': (what) =>
		`Houd ${what} ingedrukt terwijl het board stroom krijgt en laat na twee seconden los. Dan wacht het op flashen.`,
	'hold-pin': (what) =>
		`Verbind ${what} met GND terwijl het board stroom krijgt en haal dat daarna los. Dan wacht het op flashen.`,
	close: () => 'Haal na het flashen de adapter los en sluit de behuizing. Pas dan mag het weer op het net.',
};
