import type { Words } from '$lib/words/all-words.ts';

/** How to open and flash a board, by the hub's codes. */
export const flashStepWords: Words['flashStepWords'] = {
	usb: () => 'Collegala con un cavo USB che trasmette dati.',
	mains: () =>
		'Pericolo di morte: questa scheda porta la tensione di rete. Prima staccala o togli corrente al suo circuito, e tienila scollegata finché non è richiusa.',
	'ground-is-mains': () =>
		'La sua massa e tutti i suoi pin sono collegati alla rete elettrica. Non collegarci mai nulla mentre è sotto tensione di rete.',
	locked: (what) => `Controlla il modello: il ${what} è bloccato dal produttore e non accetta altro firmware.`,
	'shift-registers': () =>
		'Controlla la scheda: le più nuove pilotano i relè con chip 74HC595. Questo firmware non li comanda.',
	'take-out': () => 'Togli il modulo dalla sua scheda relè.',
	open: (what) => `Apri la custodia. Ti servono questi pin: ${what}.`,
	pins: (what) => `Ti servono questi pin: ${what}.`,
	'thin-pins': () => 'I fori del connettore sono piccoli (passo 1,27 mm): usa fili sottili.',
	solder: () => 'Le piazzole sono piccole: saldaci fili sottili.',
	adapter: () =>
		'Collega un adattatore USB seriale impostato su 3,3 V, mai 5 V: 3,3 V a 3V3, GND a GND, il suo TX a RX e il suo RX a TX.',
	'adapter-without-power': (what) =>
		`Collega un adattatore USB seriale impostato su 3,3 V: GND a GND, il suo TX a RX e il suo RX a TX. La corrente arriva dall’ingresso a bassa tensione della scheda: ${what}.`,
	'hold-button': (what) =>
		`Tieni premuto ${what} mentre la scheda riceve corrente, e lascialo dopo due secondi. Ora attende il firmware.`,
	'hold-pin': (what) =>
		`Collega ${what} a GND mentre la scheda riceve corrente, poi staccalo. Ora attende il firmware.`,
	close: () =>
		'A scrittura finita, togli l’adattatore e chiudi la custodia. Solo allora può tornare sotto tensione di rete.',
};
