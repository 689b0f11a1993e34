import { readFileSync } from 'node:fs';
import type { BootReason } from '../../../protocol/device_pb.ts';
import { LINKED, type Machine, TCP } from './machine.ts';

/** How a board is switched on. */
export interface Start {
	mac: Uint8Array;
	bootReason: BootReason;
	/** the version of the image it simulates after an update; undefined if it runs as itself */
	version: string | undefined;
	/** instead of the hubs of its config file */
	hub: { host: string; port: number } | undefined;
	/** it has to join a Wi-Fi */
	hasRadio: boolean;
	/** a restart of this process is not a power loss */
	keepsPower: boolean;
}

/** One board, switched on. */
export interface RunningFirmware {
	/** Does what is due. Returns in how many ms to call again; call sooner if something happens. */
	step(): number;
	/** Makes the next step() say goodbye. */
	shutDown(): void;
	readonly isOff: boolean;
	powerOff(): void;
}

/** The firmware crashed; a board restarts then. */
export class FirmwareCrash extends Error {}

/** The exports of main.cpp. */
interface Exports {
	memory: WebAssembly.Memory;
	__stack_pointer: WebAssembly.Global<'i32'>;
	_initialize(): void;
	start(): number;
	take(): number;
	boot(slot: number, board: number): void;
	step(slot: number): number;
	shut_down(slot: number): void;
	is_off(slot: number): number;
	give_back(slot: number): void;
}

/** `Start` of firmware/platform/wasm/machine.h. */
const START = { mac: 0, hasRadio: 6, keepsPower: 7, bootReason: 8, port: 12, host: 16, version: 80, end: 96 };
const READING_BYTES = 8;
const ADDRESS_BYTES = 8;
const SSID_BYTES = 33;

let loaded: Firmware | undefined;

/** The firmware's core as WebAssembly: one instance for all boards of this process. */
export class Firmware {
	readonly #exports: Exports;
	#bytes: Buffer;
	/** by the number by which the firmware knows them */
	readonly #machines = new Map<number, Machine>();
	#numbers = 0;
	/** where the stack is while no board runs */
	readonly #stack: number;

	private constructor() {
		const module = new WebAssembly.Module(readFileSync(new URL('./board.wasm', import.meta.url)));
		const { exports } = new WebAssembly.Instance(module, { host: this.#imports() });
		this.#exports = exports as unknown as Exports;
		this.#bytes = Buffer.from(this.#exports.memory.buffer);
		this.#exports._initialize();
		this.#stack = this.#exports.__stack_pointer.value;
	}

	static load(): Firmware {
		return (loaded ??= new Firmware());
	}

	/** Switches a board on. Throws a FirmwareCrash if it crashes at once. */
	boot(machine: Machine, start: Start): RunningFirmware {
		const slot = this.#exports.take();
		if (slot === 0) throw new Error('There is no memory for another virtual board.');
		const number = ++this.#numbers;
		this.#machines.set(number, machine);
		const powerOff = () => {
			if (this.#machines.delete(number)) this.#exports.give_back(slot);
		};
		this.#writeStart(start);
		this.#guard(powerOff, () => this.#exports.boot(slot, number));
		const { step, shut_down: shutDown, is_off: isOff } = this.#exports;
		return {
			step: () => this.#guard(powerOff, () => step(slot)),
			shutDown: () => this.#guard(powerOff, () => shutDown(slot)),
			get isOff() {
				return isOff(slot) !== 0;
			},
			powerOff,
		};
	}

	/** A trap does not unwind the stack: resets the stack and drops the board. */
	#guard<T>(powerOff: () => void, run: () => T): T {
		try {
			return run();
		} catch (error) {
			this.#exports.__stack_pointer.value = this.#stack;
			powerOff();
			if (error instanceof WebAssembly.RuntimeError) throw new FirmwareCrash(error.message, { cause: error });
			throw error;
		}
	}

	#writeStart({ mac, bootReason, version = '', hub, hasRadio, keepsPower }: Start): void {
		const at = this.#exports.start();
		const start = this.#at(at, START.end).fill(0);
		start.set(mac, START.mac);
		start.writeUInt8(hasRadio ? 1 : 0, START.hasRadio);
		start.writeUInt8(keepsPower ? 1 : 0, START.keepsPower);
		start.writeUInt32LE(bootReason, START.bootReason);
		start.writeUInt32LE(hub?.port ?? 0, START.port);
		writeText(start.subarray(START.host, START.version), hub?.host ?? '');
		writeText(start.subarray(START.version, START.end), version);
	}

	/** A part of the firmware's memory, valid until the firmware is called again. */
	#at(address: number, size: number): Buffer {
		// When memory grows it gets a new ArrayBuffer.
		if (this.#bytes.buffer !== this.#exports.memory.buffer) this.#bytes = Buffer.from(this.#exports.memory.buffer);
		return this.#bytes.subarray(address, address + size);
	}

	#text(address: number): string {
		const bytes = this.#at(address, 256);
		return bytes.toString('utf8', 0, bytes.indexOf(0));
	}

	/** The functions of firmware/platform/wasm/host.h. */
	#imports(): WebAssembly.ModuleImports {
		const of = (board: number) => this.#machines.get(board)!;
		const bit = (is: boolean) => (is ? 1 : 0);
		return {
			monotonic_ms: (board: number) => of(board).monotonicMs(),
			unix_ms: (board: number) => of(board).unixMs() ?? -1,
			set_unix_ms: (board: number, now: number) => of(board).setUnixMs(now),
			random: (board: number, out: number, size: number) => this.#at(out, size).set(of(board).random(size)),

			flash_size: (board: number, region: number) => of(board).flash.size(region),
			flash_read: (board: number, region: number, offset: number, out: number, size: number) =>
				bit(of(board).flash.read(region, offset, this.#at(out, size))),
			flash_erase: (board: number, region: number, sector: number) => bit(of(board).flash.erase(region, sector)),
			flash_write: (board: number, region: number, offset: number, from: number, size: number) =>
				bit(of(board).flash.write(region, offset, this.#at(from, size))),

			pin_refusal: (board: number, pin: number, use: number, out: number, room: number) =>
				this.#at(out, room).write(wholeSentences(of(board).pins.refusal(pin, use), room)),
			pin_write: (board: number, pin: number, high: number) => of(board).pins.write(pin, high !== 0),
			pin_listen: (board: number, pin: number, pullUp: number, activeLow: number, input: number) =>
				of(board).pins.listen({ pin, pullUp: pullUp !== 0, activeLow: activeLow !== 0, input }),
			pin_read: (board: number, pin: number) => bit(of(board).pins.read(pin)),
			pin_release: (board: number, pin: number) => of(board).pins.release(pin),

			sensor_possible: (board: number, type: number, pin: number, pin2: number) =>
				bit(of(board).sensors.isPossible(type, pin, pin2)),
			sensor_read: (board: number, sensor: number, type: number, pin: number, address: number, out: number) => {
				const onWire = address === 0 ? undefined : hexOf(this.#at(address, ADDRESS_BYTES));
				const readings = of(board).sensors.read({ id: sensor, type, pin, address: onWire });
				for (const [i, { unit, value }] of readings.entries()) {
					const reading = this.#at(out + i * READING_BYTES, READING_BYTES);
					reading.writeUInt32LE(unit);
					reading.writeFloatLE(value, 4);
				}
				return readings.length;
			},

			wire_search: (board: number, pin: number, index: number, address: number, celsius: number) => {
				const found = of(board).sensors.onWire(pin)[index];
				if (!found) return 0;
				this.#at(address, ADDRESS_BYTES).write(found.address, 'hex');
				this.#at(celsius, 4).writeFloatLE(found.celsius);
				return 1;
			},

			wifi_join: (board: number, ssid: number, password: number) =>
				of(board).radio.join(this.#text(ssid), this.#text(password)),
			wifi_state: (board: number) => of(board).radio.state,
			wifi_scan: (board: number) => of(board).radio.scan(),
			wifi_heard: (board: number, index: number, ssid: number, rssi: number, open: number) => {
				const { heard, network } = of(board).radio.heard(index);
				if (!network) return heard;
				writeText(this.#at(ssid, SSID_BYTES), network.ssid);
				this.#at(rssi, 4).writeInt32LE(network.rssi);
				this.#at(open, 1).writeUInt8(bit(network.open));
				return heard;
			},
			wifi_vitals: (board: number, ssid: number, rssi: number, address: number) => {
				const network = of(board).radio.joined;
				if (!network) return;
				writeText(this.#at(ssid, SSID_BYTES), network.ssid);
				this.#at(rssi, 4).writeInt32LE(network.rssi);
				this.#at(address, 4).set(LINKED);
			},

			image_trial_ms: (board: number) => of(board).images.trialMs,
			image_keep: (board: number) => of(board).images.keep(),
			image_go_back: (board: number) => {
				of(board).images.goBack();
				of(board).restart();
			},
			image_announced: (board: number, version: number) => of(board).images.announce(this.#text(version)),
			image_switch: (board: number) => bit(of(board).images.switchOver()),

			tcp_connect: (board: number, host: number, port: number) => {
				const { images, socket } = of(board);
				return bit(!images.isDeaf && socket.connect(this.#text(host), port));
			},
			tcp_state: (board: number) => TCP[of(board).socket.state],
			tcp_send: (board: number, from: number, size: number) => of(board).socket.send(this.#at(from, size)),
			tcp_receive: (board: number, out: number, room: number) => of(board).socket.receive(this.#at(out, room)),
			tcp_close: (board: number) => of(board).socket.close(),

			log: (board: number, text: number) => of(board).log(this.#text(text)),
			serial_read: (board: number, out: number, room: number) => of(board).serial.read(this.#at(out, room)),
			serial_write: (board: number, from: number, size: number) => bit(of(board).serial.write(this.#at(from, size))),
			restart: (board: number) => of(board).restart(),
		};
	}
}

const hexOf = (bytes: Buffer) => bytes.toString('hex');

/** Writes text with its terminating zero; bytes after it are not changed. */
function writeText(room: Buffer, text: string): void {
	room.writeUInt8(0, room.write(text, 0, room.length - 1));
}

/** As many whole sentences as there is room for. */
function wholeSentences(words: string | undefined, room: number): string {
	let text = '';
	for (const sentence of words?.split(/(?<=\. )/) ?? []) {
		if (Buffer.byteLength(text + sentence) > room) break;
		text += sentence;
	}
	return text === '' && words ? 'This pin cannot be used so.' : text.trimEnd();
}
