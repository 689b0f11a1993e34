const WAITS = 'Low at power-on makes the board wait for a flash.';

/** Why a pin of a board is warned about or refused, by a code, in English. Another language has an object of this shape. */
export const PIN_WORDS = {
	'input-only': 'This pin can only read: neither a relay nor a sensor works on it.',

	// what uses it
	log: 'The board writes its log here: a relay on it would click at every start.',
	'boot-log': 'The chip writes its boot log here: a relay on it would click at every start.',
	'usb-cable': 'The USB cable drives this pin.',
	'flash-adapter': 'The adapter it is flashed with drives this pin.',
	'own-usb-minus': 'The chip’s own USB port, D−.',
	'own-usb-minus-moves': 'The chip’s own USB port, D−; moves at power-on.',
	'own-usb-plus': 'The chip’s own USB port, D+.',
	'own-usb-plus-pulled-up': 'The chip’s own USB port, D+; pulled up at power-on.',
	'free-once-flashed': 'Free once the board is flashed; it cannot be read over USB meanwhile.',
	'free-once-flashed-mains': 'Free once the board is flashed. Never wire it while it has mains.',
	'second-serial': 'The second serial port listens here; free if you do not use it.',
	jtag: 'Chooses at power-on where JTAG comes from; free otherwise.',
	psram: 'Belongs to the memory on modules with 8 MB of PSRAM and more (…R8): the board crashes with a relay on it.',
	'psram-wrover': 'Belongs to the memory on modules with PSRAM (WROVER): the board crashes with a relay on it.',
	'flash-on-modules': 'Belongs to the flash on most modules: the board crashes with a relay on it.',
	'power-meter': 'The board’s power meter is on this pin.',
	'pins-on-mains': 'This pin is connected to the mains. Never wire it while the board has mains.',
	'sensor-jack': 'Its jack for a sensor is on this pin.',

	// lights, buttons and wall switches
	light: 'Its light is on this pin.',
	'board-light': 'The board’s light is on this pin.',
	'blue-light': 'The blue light is on this pin.',
	'coloured-light-1-0': 'The coloured light of board v1.0 is on this pin.',
	'coloured-light-1-1': 'The coloured light of board v1.1 is on this pin.',
	button: 'Its button is on this pin. If it is held at power-on, the board waits for a flash.',
	'own-button': 'Its button is on this pin.',
	'wall-switch': 'Its terminal for a wall switch is on this pin.',
	'board-button': `The board’s button is on this pin. ${WAITS}`,
	'boot-button': 'The BOOT button: low at power-on makes the board wait for a flash.',

	// what it must be, or is, at power-on
	'low-waits': WAITS,
	'low-stops-start': 'A relay that pulls it low at power-on keeps the board from starting.',
	'own-relay-waits':
		'This module wires its relay to IO0. While the relay holds it low at power-on, the board waits for a flash instead of starting.',
	'own-relay-clicks': 'This board wires a relay to it, and it is high at power-on: the relay clicks at every start.',
	'own-relay-wrong-voltage':
		'This board wires a relay to it. Connect nothing else: high at power-on sets the flash to the wrong voltage, and the board does not start.',
	'must-be-high': 'Must be high at power-on.',
	'must-be-high-blue-light': 'Must be high at power-on; the blue light is on this pin.',
	'must-be-high-for-sensor':
		'Must be high at power-on, and the blue light is on this pin: use it for a sensor, not for a relay.',
	'must-be-high-to-start': 'Must be high at power-on: a relay that pulls it low keeps the board from starting.',
	'must-be-high-to-flash': 'Must be high when flashing.',
	'must-be-high-to-flash-blue-light': 'Must be high when flashing; the blue light is on this pin.',
	'must-be-high-to-flash-coloured-light': 'Must be high when flashing; the coloured light is on this pin.',
	'must-be-low': 'Must be low at power-on: only for a relay that is off while the pin is low.',
	'must-be-low-to-start': 'Must be low at power-on: a relay board that pulls it up keeps the board from starting.',
	'must-be-low-to-flash': 'Must be low or open at power-on for flashing to work.',
	'must-be-low-to-flash-blue-light':
		'Must be low or open at power-on for flashing to work; the blue light is on this pin.',
	'wrong-voltage': 'High at power-on sets the flash to the wrong voltage, and the board does not start.',
	'high-at-power-on': 'High at power-on: an active-high relay clicks at every start.',
	'high-at-power-on-relay-1': 'High at power-on: relay 1 clicks at every start, unless its jumper goes to another pin.',
	'pulled-up-at-power-on': 'Pulled up at power-on: an active-high relay clicks at every start.',
} as const;
export type PinReason = keyof typeof PIN_WORDS;

/** `otherwise`: for a code that is not known here, as that of a newer hub. */
export function pinWords(code: string, otherwise = code): string {
	return Object.hasOwn(PIN_WORDS, code) ? PIN_WORDS[code as PinReason] : otherwise;
}
