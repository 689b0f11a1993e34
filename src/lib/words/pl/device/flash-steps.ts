import type { Words } from '$lib/words/all-words.ts';

/** How to open and flash a board, by the hub's codes. */
export const flashStepWords: Words['flashStepWords'] = {
	usb: () => 'Podłącz ją kablem USB, który przesyła dane.',
	mains: () =>
		'Zagrożenie życia: na tej płytce jest napięcie sieciowe. Najpierw wyjmij wtyczkę albo wyłącz bezpiecznik i nie podłączaj jej do sieci, dopóki obudowa nie jest zamknięta.',
	'ground-is-mains': () =>
		'Jej masa i wszystkie piny są połączone z siecią elektryczną. Nigdy niczego do nich nie podłączaj, gdy jest pod napięciem sieciowym.',
	locked: (what) => `Sprawdź model: ${what} jest zablokowany przez producenta i nie przyjmie innego firmware’u.`,
	'shift-registers': () =>
		'Sprawdź płytkę: nowsze sterują przekaźnikami przez układy 74HC595. Ten firmware ich nie obsługuje.',
	'take-out': () => 'Zdejmij moduł z płytki przekaźnika.',
	open: (what) => `Otwórz obudowę. Potrzebujesz tych pinów: ${what}.`,
	pins: (what) => `Potrzebujesz tych pinów: ${what}.`,
	'thin-pins': () => 'Otwory złącza są małe (co 1,27 mm): użyj cienkich przewodów.',
	solder: () => 'Pola lutownicze są małe: przylutuj cienkie przewody.',
	adapter: () =>
		'Podłącz adapter USB–szeregowy ustawiony na 3,3 V, nigdy na 5 V: 3,3 V do 3V3, GND do GND, jego TX do RX i jego RX do TX.',
	'adapter-without-power': (what) =>
		`Podłącz adapter USB–szeregowy ustawiony na 3,3 V: GND do GND, jego TX do RX i jego RX do TX. Zasilanie podaje własne wejście niskiego napięcia płytki: ${what}.`,
	'hold-button': (what) =>
		`Przytrzymaj ${what}, gdy płytka dostaje zasilanie, i puść po dwóch sekundach. Wtedy czeka na wgranie firmware’u.`,
	'hold-pin': (what) =>
		`Połącz ${what} z GND, gdy płytka dostaje zasilanie, a potem rozłącz. Wtedy czeka na wgranie firmware’u.`,
	close: () => 'Po wgraniu odłącz adapter i zamknij obudowę. Dopiero wtedy płytka może wrócić do sieci.',
};
