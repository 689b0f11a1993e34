import type { Board, BoardDrawing, BoardFamily, FlashStep, Pin } from '../../protocol/dashboard/boards.ts';
import { PIN_WORDS, type PinReason } from '../../protocol/dashboard/fault-words/pin-words.ts';
import type { SensorType } from '../../protocol/dashboard/plan.ts';
import type { Chip } from './chips/chip.ts';

/** A pin of a board. What the chip says of it (strapping, pull-up) comes from the chip. */
export interface PinEntry {
	gpio: number;
	/** as printed on the board, or what it is for: "D1", "Relay" */
	label: string;
	/**
	 * free: for anything. warn: usable, with a warning. read: only to be read, for instance a button. refuse: not usable. A
	 * pin that the chip can only read is `read`.
	 */
	use: 'free' | 'warn' | 'read' | 'refuse';
	/** for all but free pins: why, a code of protocol/dashboard/fault-words/pin-words.ts */
	why?: PinReason;
	/** where this stands, with a link; the board's own source or the chip's if absent */
	source?: string;
}

/** A board as its file in catalogue/ describes it. docs/adding-a-board.md explains each field. */
export interface BoardEntry {
	/** 1 to 31 bytes; also the name of its environment in firmware/platformio.ini */
	id: string;
	/** up to 32 bytes */
	name: string;
	/** what people call it, too, or what is printed on it */
	otherNames?: string[];
	family: BoardFamily;
	chip: Chip;
	flash: keyof typeof FLASH;
	/** where its pins stand, with a link */
	source: string;
	pins: PinEntry[];
	/** own: its relays are soldered to it; module: none are; shield: there is a relay shield for it */
	relayKind: 'own' | 'module' | 'shield';
	/** pins that relays are best put on, the best first */
	relayPins: number[];
	/** what the wizard proposes */
	relays: { gpio: number; activeLow: boolean }[];
	/** its buttons and the terminals for wall switches; see `button` and `wallSwitch` */
	inputs?: Input[];
	/** the light that blinks when the board is looked for; null if it has none */
	light: { gpio: number; activeLow: boolean } | null;
	sensors: SensorType[];
	/** how to open and flash it, in order */
	flashing: FlashStep[];
	drawing: BoardDrawing;
}

type Input = Board['defaults']['inputs'][number];

/**
 * Where the config file lies in the flash, bytes from its start; one sector.
 *
 * ESP8266: the sector that the Arduino core keeps for EEPROM, out of the reach of updates over the air: size − 0x5000
 * (esp8266/Arduino, tools/sdk/ld/eagle.flash.4m2m.ld, eagle.flash.2m128.ld and eagle.flash.1m64.ld). ESP32: the partition
 * `cfg` of the firmware's own partition table.
 */
export const FLASH = {
	'esp8266-4mb': { sizeBytes: 0x400000, configOffset: 0x3fb000 },
	'esp8266-2mb': { sizeBytes: 0x200000, configOffset: 0x1fb000 },
	'esp8266-1mb': { sizeBytes: 0x100000, configOffset: 0xfb000 },
	'esp32-4mb': { sizeBytes: 0x400000, configOffset: 0x3d0000 },
} as const;

/** The board that an entry describes, with what its chip adds. */
export function makeBoard(entry: BoardEntry): Board {
	const { id, name, family, chip, source, relayKind, relayPins, light, sensors, flashing, drawing } = entry;
	return {
		id,
		name,
		otherNames: entry.otherNames ?? [],
		family,
		chip: chip.name,
		virtual: false,
		wifi: true,
		flash: FLASH[entry.flash],
		source,
		pins: entry.pins.map((pin) => makePin(entry, pin)),
		relayPins,
		sensors,
		relayKind,
		light,
		flashing,
		drawing,
		defaults: { relays: entry.relays, inputs: entry.inputs ?? [] },
	};
}

function makePin({ chip, relayKind, source }: BoardEntry, { gpio, label, use, why, source: own }: PinEntry): Pin {
	const strapping = chip.strapping.includes(gpio);
	// A bare module leads out the chip's pins, so what the chip's maker says of them counts.
	const usual = relayKind === 'own' ? source : strapping ? chip.bootSource : chip.source;
	return {
		gpio,
		label,
		use: use === 'read' ? 'refuse' : use,
		strapping,
		...(why && { reason: PIN_WORDS[why], reasonCode: why }),
		...(use === 'read' && { readable: true }),
		...(chip.withoutPullUp.includes(gpio) && { noPullUp: true }),
		source: own ?? usual,
	};
}

/** Free pins with a common way of labelling: `free([4, 5], 'IO')` are IO4 and IO5. */
export function free(gpios: readonly number[], prefix: string): PinEntry[] {
	return gpios.map((gpio) => ({ gpio, label: `${prefix}${gpio}`, use: 'free' }));
}

/** A push button of the board that pulls its pin low and switches relay `relay` of the entry, counted from 1. */
export function button(gpio: number, relay: number): Input {
	return { name: 'Button', gpio, mode: 'push-button', relay, activeLow: true, pullUp: true, debounceMs: 30 };
}

/**
 * The board's terminal for a wall switch: each change of the switch toggles relay `relay`. `closed`: the level of its pin
 * while the switch is closed.
 */
export function wallSwitch(
	gpio: number,
	relay: number,
	{ closed, pullUp }: { closed: 'low' | 'high'; pullUp: boolean },
): Input {
	return { name: 'Switch', gpio, mode: 'toggle', relay, activeLow: closed === 'low', pullUp, debounceMs: 50 };
}
