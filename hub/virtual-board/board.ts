import { decodeConfigFile } from '../../protocol/config-file.ts';
import { BootReason } from '../../protocol/device_pb.ts';
import { deviceCode, macOf } from '../../protocol/mac.ts';
import type { Clock, Timer } from '../base/clock.ts';
import type { Random } from '../base/random.ts';
import { findBoard } from '../boards/catalogue.ts';
import { Firmware, FirmwareCrash, type RunningFirmware } from './machine/firmware.ts';
import { Flash } from './machine/flash.ts';
import { newHeader, readHeader, writeHeader } from './machine/header.ts';
import { Images } from './machine/images.ts';
import type { Socket } from './machine/machine.ts';
import { Pins } from './machine/pins.ts';
import { MadeUpRadio } from './machine/radio.ts';
import { Room } from './machine/room.ts';
import { SerialPort } from './machine/serial-port.ts';
import type { Store } from './machine/store.ts';
import { TcpSocket } from './machine/tcp-socket.ts';

const REBOOT_MS = 300;
/** Steps without a pause; then other boards get their turn, even if this one always has something to do. */
const STEPS_AT_ONCE = 64;

/** A connection, with what only its host may do. */
export interface BoardSocket extends Socket {
	/** Holds back what is sent until uncork(). */
	cork(): void;
	uncork(): void;
	/** The board loses power: drops the connection without closing it. */
	abandon(): void;
}

export interface VirtualBoardOptions {
	/** as downloaded from the dashboard */
	configFile: Uint8Array;
	store: Store;
	clock: Clock;
	random: Random;
	/** "HOST:PORT", instead of the hubs in the config file */
	hub?: string | undefined;
	/** Wi-Fi networks around it, as "NAME=PASSWORD"; without any it uses this machine's network */
	wifi?: string[];
	/** a restart of the process is not a power loss: relays start as they were, and the machine knows the time */
	resume?: boolean;
	openSocket?: (changed: () => void) => BoardSocket;
	log?: (text: string) => void;
	/** what it writes to its serial port between the lines of its log */
	serialOut?: (bytes: Uint8Array) => void;
}

/** A board in software: the real firmware on simulated hardware. Throws if its flash is damaged. */
export class VirtualBoard {
	readonly pins: Pins;
	readonly radio: MadeUpRadio;
	readonly serial: SerialPort;
	readonly #clock: Clock;
	readonly #random: Random;
	readonly #resume: boolean;
	readonly #hub: { host: string; port: number } | undefined;
	readonly #log: (text: string) => void;
	readonly #mac: Uint8Array;
	readonly #flash: Flash;
	readonly #images: Images;
	readonly #room: Room;
	readonly #socket: BoardSocket;
	#firmware: RunningFirmware | undefined;
	#timer: Timer | undefined;
	#isStepping = false;
	#hasEvents = false;
	#wantsRestart = false;
	/** monotonic */
	#bootedAt = 0;
	/** Unix ms minus monotonic ms; undefined if it does not know the time */
	#ahead: number | undefined;

	constructor(options: VirtualBoardOptions) {
		const { configFile, store, clock, random, hub, log = () => undefined } = options;
		const config = decodeConfigFile(configFile);
		if (!config.ok) throw new Error(config.error);
		const header = readHeader(store);
		if (!header) throw new Error('This is no flash of a virtual board, or it is damaged.');
		const board = findBoard(config.value.board);
		this.#clock = clock;
		this.#random = random;
		this.#resume = options.resume ?? false;
		this.#hub = hub === undefined ? undefined : parseAddress(hub);
		this.#log = log;
		this.#mac = header.mac;
		this.#flash = new Flash(store, configFile, (words) => log(`its state cannot be kept: ${words}`));
		this.#images = new Images(header, store, this.#flash);
		this.#images.flashedWith(config.value.keyId);
		this.#room = new Room(board, random);
		this.#socket = (options.openSocket ?? ((changed) => new TcpSocket(changed)))(() => this.#wake());
		this.serial = new SerialPort(options.serialOut);
		this.radio = new MadeUpRadio(clock, () => this.#wake());
		for (const network of options.wifi ?? [])
			if (!this.radio.add(network)) throw new Error(`${network} is not NAME=PASSWORD.`);
		this.pins = new Pins({
			board,
			switched: (pin, high) => log(`pin ${pin} is ${high === undefined ? 'let go' : high ? 'high' : 'low'}`),
		});
	}

	/** Writes an unused flash with a new MAC. */
	static blank(store: Store, random: Random): void {
		writeHeader(store, newHeader(random));
	}

	get code(): string {
		return deviceCode(macOf(this.#mac));
	}

	/** Switches it on. */
	start(): void {
		if (this.#firmware || this.#timer) return;
		this.#ahead = this.#resume ? this.#clock.now() - this.#clock.mono() : undefined;
		this.#boot(BootReason.POWER_ON);
	}

	/** Switches it off cleanly: it says goodbye to the hub. */
	stop(): void {
		const firmware = this.#firmware;
		if (firmware)
			this.#guard(() => {
				firmware.shutDown();
				firmware.step();
			});
		this.#powerOff();
		this.#socket.close();
	}

	/** Cuts its power: the hub hears nothing more, and the socket stays half open. */
	cut(): void {
		this.#powerOff();
		this.#socket.abandon();
	}

	/** Closes (`on`) or opens the wall switch of this input. False: there is no such input. */
	setInput(id: number, on: boolean): boolean {
		const moved = this.pins.moveInput(id, on);
		this.#wake();
		return moved;
	}

	/** Connects a pin to power or to ground. */
	setPin(pin: number, high: boolean): void {
		this.pins.move(pin, high);
		this.#wake();
	}

	/** Sends bytes to its serial port. */
	hear(bytes: Uint8Array): void {
		this.serial.hear(bytes);
		this.#wake();
	}

	#boot(bootReason: BootReason): void {
		this.#timer = undefined;
		this.#images.start();
		this.#bootedAt = this.#clock.mono();
		this.#guard(() => {
			this.#firmware = Firmware.load().boot(this.#machine(), {
				mac: this.#mac,
				bootReason,
				version: this.#images.version,
				hub: this.#hub,
				hasRadio: this.radio.isThere,
				keepsPower: this.#resume,
			});
			if (this.#images.crashes) throw new FirmwareCrash('This image crashes as soon as its relays are set.');
		});
		this.#wake();
	}

	#powerOff(): void {
		this.#timer?.cancel();
		this.#timer = undefined;
		this.#firmware?.powerOff();
		this.#firmware = undefined;
		this.#wantsRestart = false;
		this.radio.powerOff();
		this.pins.powerOff();
	}

	#restart(reason: BootReason): void {
		this.#powerOff();
		this.#socket.close();
		this.#timer = this.#clock.after(REBOOT_MS, () => this.#boot(reason));
	}

	/** Runs the firmware, because something has happened or its timer has fired. */
	#wake(): void {
		this.#hasEvents = true;
		const firmware = this.#firmware;
		if (this.#isStepping || !firmware) return;
		// Sent only after the flash is synced below: the hub must not hear of anything that a power loss would undo.
		this.#socket.cork();
		this.#guard(() => {
			let ms = 0;
			for (let left = STEPS_AT_ONCE; left > 0 && (this.#hasEvents || ms === 0); left--) {
				this.#hasEvents = false;
				ms = firmware.step();
				if (this.#wantsRestart) return;
				if (this.serial.hasUnread) this.#hasEvents = true;
			}
			this.#timer?.cancel();
			this.#timer = this.#clock.after(this.#hasEvents ? 0 : ms, () => this.#wake());
		});
		this.#flash.sync();
		this.#socket.uncork();
		if (this.#wantsRestart) this.#restart(BootReason.REBOOT);
	}

	/** Runs the firmware without re-entering it, and restarts the board if it crashes. */
	#guard(act: () => void): void {
		this.#isStepping = true;
		try {
			act();
		} catch (error) {
			if (!(error instanceof FirmwareCrash)) throw error;
			this.#log(`a crash: ${error.message}`);
			this.#restart(BootReason.CRASH);
		} finally {
			this.#isStepping = false;
		}
	}

	#machine() {
		const clock = this.#clock;
		return {
			flash: this.#flash,
			images: this.#images,
			pins: this.pins,
			sensors: this.#room,
			radio: this.radio,
			socket: this.#socket,
			serial: this.serial,
			monotonicMs: () => Math.floor(clock.mono() - this.#bootedAt),
			unixMs: () => (this.#ahead === undefined ? undefined : this.#ahead + clock.mono()),
			setUnixMs: (now: number) => void (this.#ahead = now - clock.mono()),
			random: (size: number) => this.#random.bytes(size),
			log: this.#log,
			restart: () => void (this.#wantsRestart = true),
		};
	}
}

function parseAddress(address: string): { host: string; port: number } {
	const { hostname, port } = new URL(`http://${address}`);
	return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 80) };
}
