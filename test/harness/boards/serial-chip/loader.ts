import { md5 } from '@noble/hashes/legacy.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { Unzlib } from 'fflate';
import type { ChipFlash } from './flash.ts';
import { type ChipKind, registersOf } from './registers.ts';
import { slip } from './slip.ts';

/** Commands, from Espressif's esptool documentation, "Serial Protocol". */
const OP = {
	memBegin: 0x05,
	memEnd: 0x06,
	memData: 0x07,
	sync: 0x08,
	writeReg: 0x09,
	readReg: 0x0a,
	spiAttach: 0x0d,
	changeBaud: 0x0f,
	deflBegin: 0x10,
	deflData: 0x11,
	deflEnd: 0x12,
	flashMd5: 0x13,
	securityInfo: 0x14,
} as const;
const CHECKSUM_SEED = 0xef;
const SYNC_ANSWERS = 8;
const INVALID_MESSAGE = 0x05;
const C3_CHIP_ID = 5;

/**
 * Answers on the serial line of a chip in download mode, as SLIP frames: first as the ROM, and once the flasher stub
 * was uploaded, as the stub.
 */
export class Loader {
	baud = 115_200;
	#kind: ChipKind;
	#flash: ChipFlash;
	#registers: Map<number, number>;
	#blockMs: number;
	#stub = false;
	/** the compressed write under way */
	#defl: { unzlib: Unzlib; offset: number; seq: number } | undefined;

	constructor(kind: ChipKind, mac: number[], flash: ChipFlash, blockMs: number) {
		this.#kind = kind;
		this.#flash = flash;
		this.#registers = registersOf(kind, mac);
		this.#blockMs = blockMs;
	}

	get written(): number {
		return this.#flash.written;
	}

	/** A reset: the stub is gone. */
	reset(): void {
		this.#stub = false;
		this.#defl = undefined;
		this.baud = 115_200;
	}

	async answer(frame: Uint8Array): Promise<Uint8Array[]> {
		const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
		const op = frame[1]!;
		const data = frame.subarray(8);
		if (frame[0] !== 0 || view.getUint16(2, true) !== data.length) return [];
		const u32 = (index: number) => view.getUint32(8 + index * 4, true);
		switch (op) {
			case OP.sync:
				// The ROM answers with a value other than 0, the stub with 0; esptool tells them apart by that.
				return Array.from({ length: this.#stub ? 1 : SYNC_ANSWERS }, () => this.#ok(op, this.#stub ? 0 : 0x20120707));
			case OP.readReg:
				return [this.#ok(op, this.#registers.get(u32(0)) ?? 0)];
			case OP.writeReg:
			case OP.spiAttach:
			case OP.memBegin:
				return [this.#ok(op)];
			case OP.memData:
				return [this.#checked(view, data) ? this.#ok(op) : this.#bad(op)];
			case OP.memEnd: {
				const ended = this.#ok(op);
				this.#stub = true;
				return [ended, slip(new TextEncoder().encode('OHAI'))];
			}
			case OP.changeBaud: {
				const changed = this.#ok(op);
				this.baud = u32(0);
				return [changed];
			}
			case OP.deflBegin:
				this.#begin(u32(0), u32(3));
				return [this.#ok(op)];
			case OP.deflData:
				await new Promise((resolve) => setTimeout(resolve, this.#blockMs));
				return [this.#checked(view, data) && this.#write(u32(1), data.subarray(16)) ? this.#ok(op) : this.#bad(op)];
			case OP.deflEnd:
				this.#defl = undefined;
				return [this.#ok(op)];
			case OP.flashMd5:
				return [this.#ok(op, 0, this.#md5(u32(0), u32(1)))];
			case OP.securityInfo:
				return this.#kind === 'ESP32-C3' ? [this.#ok(op, 0, securityInfo())] : this.#unknown();
			default:
				return this.#unknown();
		}
	}

	#begin(size: number, offset: number): void {
		this.#flash.erase(offset, size);
		this.#defl = { unzlib: new Unzlib((chunk) => this.#put(chunk)), offset, seq: 0 };
	}

	#put(chunk: Uint8Array): void {
		const defl = this.#defl!;
		this.#flash.write(defl.offset, chunk);
		defl.offset += chunk.length;
	}

	#write(seq: number, data: Uint8Array): boolean {
		const defl = this.#defl;
		if (!defl || seq !== defl.seq) return false;
		defl.seq++;
		defl.unzlib.push(data.slice());
		return true;
	}

	/** ROMs answer in hex, stubs in bytes. */
	#md5(offset: number, size: number): Uint8Array {
		const digest = md5(this.#flash.bytes.subarray(offset, offset + size));
		return this.#stub ? digest : new TextEncoder().encode(bytesToHex(digest));
	}

	#checked(view: DataView, data: Uint8Array): boolean {
		const sum = data.subarray(16).reduce((sum, byte) => sum ^ byte, CHECKSUM_SEED);
		return view.getUint32(4, true) === sum;
	}

	#ok(op: number, value = 0, body: Uint8Array = new Uint8Array()): Uint8Array {
		return this.#frame(op, value, body, [0, 0]);
	}

	#bad(op: number): Uint8Array {
		return this.#frame(op, 0, new Uint8Array(), [1, 0x07]);
	}

	/** A ROM repeats this eight times, under no command's number. */
	#unknown(): Uint8Array[] {
		return Array.from({ length: 8 }, () => this.#frame(0xff, 0, new Uint8Array(), [1, INVALID_MESSAGE]));
	}

	#frame(op: number, value: number, body: Uint8Array, status: [number, number]): Uint8Array {
		// The ESP32's ROMs answer with two bytes more than the ESP8266's and the stub.
		const rest = this.#kind === 'ESP8266' || this.#stub ? status : [...status, 0, 0];
		const frame = new Uint8Array(8 + body.length + rest.length);
		const view = new DataView(frame.buffer);
		frame[0] = 1;
		frame[1] = op;
		view.setUint16(2, body.length + rest.length, true);
		view.setUint32(4, value, true);
		frame.set(body, 8);
		frame.set(rest, 8 + body.length);
		return slip(frame);
	}
}

function securityInfo(): Uint8Array {
	const info = new Uint8Array(20);
	new DataView(info.buffer).setUint32(12, C3_CHIP_ID, true);
	return info;
}
