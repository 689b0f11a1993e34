import { ChipFlash } from './serial-chip/flash.ts';
import { Loader } from './serial-chip/loader.ts';
import type { ChipKind } from './serial-chip/registers.ts';
import { ChipPort, type Firmware } from './serial-chip/port.ts';

export interface ChipOptions {
	kind: ChipKind;
	/** 6 bytes */
	mac: number[];
	flashBytes: number;
	/** where its firmware looks for the config file */
	configOffset: number;
	/**
	 * What its firmware says at every start if it finds image and config. 'outside': the test runs the board, through
	 * the functions of Outside, which the page has.
	 */
	firmware: string[] | 'outside';
	/** how long a block takes to be written, ms */
	blockMs: number;
}

/** Functions of the page that run the chip's firmware elsewhere; each character stands for a byte. */
export interface Outside {
	chipStarts(config: string): void;
	chipStops(): void;
	chipHears(bytes: string): void;
}

/** What a test can do with the chip, from outside of the page. */
export interface SerialChip {
	/** the person closes the browser's dialog */
	dialogCancelled: boolean;
	/** another program has the port */
	busy: boolean;
	/** it does not answer: its boot pin was never pulled low */
	mute: boolean;
	/** the cable comes out once this many bytes are in the flash */
	pullAfter: number | undefined;
	pull(): void;
	plug(): void;
	/** its firmware says a line */
	say(line: string): void;
	/** its firmware sends these bytes, one per character */
	print(bytes: string): void;
	/** in base64, since a page cannot return bytes */
	flashAt(offset: number, length: number): string;
	/** baud rates with which the port was opened, in order */
	opened(): number[];
}

/** Puts a board with this chip on the page's only port, instead of the browser's own Web Serial. */
function plugIn(options: ChipOptions): void {
	const flash = new ChipFlash(options.flashBytes);
	const loader = new Loader(options.kind, options.mac, flash, options.blockMs);
	const print = (text: string) => port.print(new TextEncoder().encode(text));
	const port = new ChipPort(
		loader,
		options.firmware === 'outside'
			? outside(flash, options.configOffset)
			: { starts: () => print(bootText(flash, options)), stops: nothing, hears: nothing },
	);
	const chip: SerialChip = {
		dialogCancelled: false,
		get busy() {
			return port.busy;
		},
		set busy(busy) {
			port.busy = busy;
		},
		get mute() {
			return port.mute;
		},
		set mute(mute) {
			port.mute = mute;
		},
		get pullAfter() {
			return port.pullAfter;
		},
		set pullAfter(bytes) {
			port.pullAfter = bytes;
		},
		pull: () => port.pull(),
		plug: () => port.plug(),
		say: (line) => print(`${line}\r\n`),
		print: (bytes) => port.print(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0))),
		flashAt: (offset, length) => btoa(characters(flash.bytes.subarray(offset, offset + length))),
		opened: () => port.opened,
	};
	const serial = Object.assign(new EventTarget(), {
		requestPort: () =>
			chip.dialogCancelled
				? Promise.reject(new DOMException('No port selected by the user.', 'NotFoundError'))
				: Promise.resolve(port),
		getPorts: () => Promise.resolve([port]),
	});
	Object.defineProperty(navigator, 'serial', { value: serial, configurable: true });
	Object.assign(globalThis, { serialChip: chip });
}

function outside(flash: ChipFlash, configOffset: number): Firmware {
	const { chipStarts, chipStops, chipHears } = globalThis as unknown as Outside;
	return {
		starts: () => chipStarts(characters(flash.bytes.subarray(configOffset, configOffset + ChipFlash.SECTOR))),
		stops: () => chipStops(),
		hears: (bytes) => chipHears(characters(bytes)),
	};
}

function characters(bytes: Uint8Array): string {
	let text = '';
	for (const byte of bytes) text += String.fromCharCode(byte);
	return text;
}

function nothing(): void {
	// this firmware only writes
}

/** First the ROM's greeting, at a speed that reads as noise; then the firmware's lines, if the flash holds an image. */
function bootText(flash: ChipFlash, { configOffset, firmware }: ChipOptions): string {
	const noise = '\u0001\u0018rl\u0002\u001c|\u0000\u0013\u0005\r\n';
	const IMAGE_MAGIC = 0xe9;
	if (!flash.bytes.subarray(0, 0x11000).includes(IMAGE_MAGIC)) return noise;
	const config = String.fromCharCode(...flash.bytes.subarray(configOffset, configOffset + 4));
	const lines =
		config === 'MOOR' ? [...firmware] : ['This board was never provisioned: flash it with a config file of its hub.'];
	return noise + lines.map((line) => `${line}\r\n`).join('');
}

Object.assign(globalThis, { plugIn });
