import type { Words } from '$lib/words/all-words.ts';

const WAITS = 'Si está a nivel bajo al encender, la placa espera a que la graben.';

/** Why a pin is warned about or refused, by the hub's codes. */
export const pinWords: Words['pinWords'] = {
	'input-only': 'Este pin solo puede leer: no sirve ni para un relé ni para un sensor.',

	log: 'La placa escribe aquí su registro: un relé haría clic en cada arranque.',
	'boot-log': 'El chip escribe aquí su registro de arranque: un relé haría clic en cada arranque.',
	'usb-cable': 'El cable USB controla este pin.',
	'flash-adapter': 'El adaptador con el que se graba controla este pin.',
	'own-usb-minus': 'El puerto USB del propio chip, D−.',
	'own-usb-minus-moves': 'El puerto USB del propio chip, D−; cambia al encender.',
	'own-usb-plus': 'El puerto USB del propio chip, D+.',
	'own-usb-plus-pulled-up': 'El puerto USB del propio chip, D+; con pull-up al encender.',
	'free-once-flashed': 'Libre cuando la placa está grabada; mientras tanto no se puede leer por USB.',
	'free-once-flashed-mains':
		'Libre cuando la placa está grabada. No la cablees nunca mientras esté conectada a la red eléctrica.',
	'second-serial': 'Aquí escucha el segundo puerto serie; libre si no lo usas.',
	jtag: 'Decide al encender de dónde viene JTAG; libre el resto del tiempo.',
	psram: 'Pertenece a la memoria en módulos con 8 MB de PSRAM o más (…R8): con un relé aquí, la placa se bloquea.',

	light: 'Su luz está en este pin.',
	'board-light': 'La luz de la placa está en este pin.',
	'blue-light': 'La luz azul está en este pin.',
	'coloured-light-1-0': 'La luz de color de la placa v1.0 está en este pin.',
	'coloured-light-1-1': 'La luz de color de la placa v1.1 está en este pin.',
	button: 'Su botón está en este pin. Si se mantiene pulsado al encender, la placa espera a que la graben.',
	'board-button': `El botón de la placa está en este pin. ${WAITS}`,
	'boot-button': 'El botón BOOT: si está a nivel bajo al encender, la placa espera a que la graben.',

	'low-waits': WAITS,
	'low-stops-start': 'Un relé que lo lleve a nivel bajo al encender impide que la placa arranque.',
	'own-relay-waits':
		'Este módulo tiene su relé en IO0. Mientras el relé lo mantenga a nivel bajo al encender, la placa espera a que la graben en lugar de arrancar.',
	'must-be-high': 'Debe estar a nivel alto al encender.',
	'must-be-high-blue-light': 'Debe estar a nivel alto al encender; la luz azul está en este pin.',
	'must-be-high-for-sensor':
		'Debe estar a nivel alto al encender, y la luz azul está en este pin: úsalo para un sensor, no para un relé.',
	'must-be-high-to-start':
		'Debe estar a nivel alto al encender: un relé que lo lleve a nivel bajo impide que la placa arranque.',
	'must-be-high-to-flash-blue-light': 'Debe estar a nivel alto al grabar; la luz azul está en este pin.',
	'must-be-high-to-flash-coloured-light': 'Debe estar a nivel alto al grabar; la luz de color está en este pin.',
	'must-be-low': 'Debe estar a nivel bajo al encender: solo para un relé que esté apagado con el pin a nivel bajo.',
	'must-be-low-to-start':
		'Debe estar a nivel bajo al encender: un módulo de relés que lo lleve a nivel alto impide que la placa arranque.',
	'must-be-low-to-flash': 'Debe estar a nivel bajo o abierto al encender para poder grabar.',
	'must-be-low-to-flash-blue-light':
		'Debe estar a nivel bajo o abierto al encender para poder grabar; la luz azul está en este pin.',
	'psram-wrover': 'Pertenece a la memoria en módulos con PSRAM (WROVER): con un relé aquí, la placa se bloquea.',
	'flash-on-modules': 'Pertenece a la memoria flash en casi todos los módulos: con un relé aquí, la placa se bloquea.',
	'power-meter': 'El medidor de consumo de la placa está en este pin.',
	'pins-on-mains':
		'Este pin está conectado a la red eléctrica. No lo cablees nunca mientras la placa esté conectada a ella.',
	'sensor-jack': 'Su conector para un sensor está en este pin.',
	'own-button': 'Su botón está en este pin.',
	'wall-switch': 'Su borne para un interruptor de pared está en este pin.',
	'own-relay-clicks':
		'Esta placa tiene aquí un relé, y el pin está a nivel alto al encender: el relé hace clic en cada arranque.',
	'own-relay-wrong-voltage':
		'Esta placa tiene aquí un relé. No conectes nada más: si está a nivel alto al encender, la memoria flash recibe una tensión incorrecta y la placa no arranca.',
	'must-be-high-to-flash': 'Debe estar a nivel alto al grabar.',
	'wrong-voltage':
		'Si está a nivel alto al encender, la memoria flash recibe una tensión incorrecta y la placa no arranca.',
	'high-at-power-on': 'A nivel alto al encender: un relé activo a nivel alto hace clic en cada arranque.',
	'high-at-power-on-relay-1':
		'A nivel alto al encender: el relé 1 hace clic en cada arranque, salvo que su puente vaya a otro pin.',
	'pulled-up-at-power-on': 'Con pull-up al encender: un relé activo a nivel alto hace clic en cada arranque.',
};
