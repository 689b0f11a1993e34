/** How to open and flash a board, one step each, by a code, in English. `what`: what differs between boards. */
export const FLASH_STEPS = {
	usb: () => 'Plug it in with a USB cable that carries data.',
	mains: () =>
		'Danger to life: this board carries mains. Unplug it or switch its circuit off first, and keep it off the mains until it is closed again.',
	'ground-is-mains': () =>
		'Its ground and all its pins are connected to the mains. Never connect anything to them while it has mains.',
	locked: (what: string) => `Check the model: the ${what} is locked by its maker and cannot be flashed.`,
	'shift-registers': () =>
		'Check the board: newer ones drive their relays through 74HC595 chips. This firmware does not switch those.',
	'take-out': () => 'Take the module off its relay board.',
	open: (what: string) => `Open the case. You need these pins: ${what}.`,
	pins: (what: string) => `You need these pins: ${what}.`,
	'thin-pins': () => 'The holes of its header are small (1.27 mm apart): take thin wires.',
	solder: () => 'Its pads are small: solder thin wires to them.',
	adapter: () =>
		'Wire a USB serial adapter set to 3.3 V, never 5 V: 3.3 V to 3V3, GND to GND, its TX to RX and its RX to TX.',
	'adapter-without-power': (what: string) =>
		`Wire a USB serial adapter set to 3.3 V: GND to GND, its TX to RX and its RX to TX. Power comes from the board’s own low-voltage input: ${what}.`,
	'hold-button': (what: string) =>
		`Hold ${what} while the board gets its power, and let go after two seconds. It then waits for the flash.`,
	'hold-pin': (what: string) =>
		`Connect ${what} to GND while the board gets its power, then let it go. It then waits for the flash.`,
	close: () => 'When it is flashed, take the adapter off and close the case. Only then may it go back on the mains.',
} as const;
export type FlashStepCode = keyof typeof FLASH_STEPS;

/** The sentence of a step. */
export function flashStepWords({ code, what = '' }: { code: FlashStepCode; what?: string | undefined }): string {
	return FLASH_STEPS[code](what);
}
