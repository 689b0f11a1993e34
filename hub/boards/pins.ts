import type { Board, Pin } from '../../protocol/dashboard/boards.ts';
import { PIN_WORDS, type PinReason } from '../../protocol/dashboard/fault-words/pin-words.ts';

/** Functions that describe the pins of one chip; `source` says where the facts about it come from. */
export function pinsOf(source: { chip: string; boot: string }) {
	return {
		free: (gpio: number, label: string): Pin => ({ gpio, label, use: 'free', strapping: false, source: source.chip }),

		strap: (gpio: number, label: string, use: 'warn' | 'refuse', reason: PinReason, readable?: true): Pin => ({
			gpio,
			label,
			use,
			strapping: true,
			reason: PIN_WORDS[reason],
			reasonCode: reason,
			...(readable ? { readable } : {}),
			source: source.boot,
		}),

		/** Something on the board uses this pin; `from` is the source if it is not the chip's maker. */
		taken: (
			gpio: number,
			label: string,
			use: 'warn' | 'refuse',
			reason: PinReason,
			from: string = source.chip,
		): Pin => ({
			gpio,
			label,
			use,
			strapping: false,
			reason: PIN_WORDS[reason],
			reasonCode: reason,
			source: from,
		}),

		inputOnly: (gpio: number, label: string): Pin => ({
			gpio,
			label,
			use: 'refuse',
			strapping: false,
			reason: PIN_WORDS['input-only'],
			reasonCode: 'input-only',
			readable: true,
			noPullUp: true,
			source: source.chip,
		}),
	};
}

/** The chip cannot pull this pin up. */
export function withoutPullUp(pin: Pin): Pin {
	return { ...pin, noPullUp: true };
}

/** A push button of the board that pulls its pin low and switches relay `relay` of the defaults. */
export function button(gpio: number, relay: number): Board['defaults']['inputs'][number] {
	return { name: 'Button', gpio, mode: 'push-button', relay, activeLow: true, pullUp: true, debounceMs: 30 };
}

/**
 * Where the config file lies in the flash, bytes from its start; one sector.
 *
 * ESP8266: the sector that the Arduino core keeps for EEPROM, out of the reach of updates over the air: size − 0x5000
 * (esp8266/Arduino, tools/sdk/ld/eagle.flash.4m2m.ld and eagle.flash.1m64.ld). ESP32: the partition `cfg` of the
 * firmware's own partition table.
 */
export const FLASH = {
	esp8266With4Mb: { sizeBytes: 0x400000, configOffset: 0x3fb000 },
	esp8266With1Mb: { sizeBytes: 0x100000, configOffset: 0xfb000 },
	esp32: { sizeBytes: 0x400000, configOffset: 0x3d0000 },
} as const;
