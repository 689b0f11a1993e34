import type { Words } from '$lib/words/all-words.ts';

/** How to open and flash a board, by the hub's codes. */
export const flashStepWords: Words['flashStepWords'] = {
	usb: () => 'Conéctala con un cable USB que transmita datos.',
	mains: () =>
		'Peligro de muerte: esta placa lleva tensión de red. Desenchúfala o corta antes su circuito, y no la conectes a la red hasta que esté cerrada.',
	'ground-is-mains': () =>
		'Su masa y todos sus pines están conectados a la red eléctrica. No conectes nunca nada a ellos mientras tenga tensión de red.',
	locked: (what) => `Comprueba el modelo: el ${what} está bloqueado por su fabricante y no se puede grabar.`,
	'shift-registers': () =>
		'Comprueba la placa: las más nuevas controlan sus relés con chips 74HC595. Este firmware no los acciona.',
	'take-out': () => 'Saca el módulo de su placa de relés.',
	open: (what) => `Abre la caja. Necesitas estos pines: ${what}.`,
	pins: (what) => `Necesitas estos pines: ${what}.`,
	'thin-pins': () => 'Los agujeros de su conector son pequeños (separados 1,27 mm): usa cables finos.',
	solder: () => 'Sus contactos son pequeños: suelda cables finos.',
	adapter: () =>
		'Conecta un adaptador USB serie ajustado a 3,3 V, nunca a 5 V: 3,3 V a 3V3, GND a GND, su TX a RX y su RX a TX.',
	'adapter-without-power': (what) =>
		`Conecta un adaptador USB serie ajustado a 3,3 V: GND a GND, su TX a RX y su RX a TX. La corriente viene de la entrada de baja tensión de la placa: ${what}.`,
	'hold-button': (what) =>
		`Mantén pulsado ${what} mientras la placa recibe corriente y suéltalo a los dos segundos. Así espera a que la graben.`,
	'hold-pin': (what) =>
		`Une ${what} a GND mientras la placa recibe corriente y suéltalo después. Así espera a que la graben.`,
	close: () => 'Cuando esté grabada, quita el adaptador y cierra la caja. Solo entonces puede volver a la red.',
};
