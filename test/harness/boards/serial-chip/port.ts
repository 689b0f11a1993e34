import type { SerialPortLike } from '../../../../src/lib/usb/web-serial.ts';
import type { Loader } from './loader.ts';
import { SlipReader } from './slip.ts';

/** The program in the chip's flash. */
export interface Firmware {
	/** The chip leaves its reset, or gets power. */
	starts(): void;
	stops(): void;
	/** Bytes came at the log's speed. */
	hears(bytes: Uint8Array): void;
}

/** The baud rate of firmware and ROM. */
const LOG_BAUD = 115_200;

/**
 * A USB port with a chip behind it, as Web Serial shows one. DTR and RTS go through the two transistors that such
 * boards have: RTS alone holds the chip in reset, DTR alone pulls its boot pin low. A chip that leaves the reset with
 * that pin low is in download mode.
 */
export class ChipPort extends EventTarget implements SerialPortLike {
	readable: ReadableStream<Uint8Array> | null = null;
	writable: WritableStream<Uint8Array> | null = null;
	busy = false;
	mute = false;
	pullAfter: number | undefined;
	readonly opened: number[] = [];
	#loader: Loader;
	#firmware: Firmware;
	#plugged = true;
	#baud = 0;
	#out: ReadableStreamDefaultController<Uint8Array> | undefined;
	#slip = new SlipReader();
	#signals = { dataTerminalReady: false, requestToSend: false };
	#mode: 'reset' | 'download' | 'running' = 'running';

	/** It runs what lies in its flash until it is reset or loses its power. */
	constructor(loader: Loader, firmware: Firmware) {
		super();
		this.#loader = loader;
		this.#firmware = firmware;
	}

	getInfo() {
		return { usbVendorId: 0x1a86, usbProductId: 0x7523 }; // a CH340
	}

	async open({ baudRate }: { baudRate: number }): Promise<void> {
		if (this.readable) throw new DOMException('The port is already open.', 'InvalidStateError');
		if (this.busy || !this.#plugged) throw new DOMException('Failed to open serial port.', 'NetworkError');
		this.#baud = baudRate;
		this.opened.push(baudRate);
		this.#openRead();
		this.writable = new WritableStream({ write: (bytes) => this.#take(bytes) });
	}

	async close(): Promise<void> {
		if (this.readable?.locked || this.writable?.locked) throw new TypeError('Cannot close a locked stream.');
		this.#out = undefined;
		this.readable = this.writable = null;
	}

	async setSignals(signals: { dataTerminalReady?: boolean; requestToSend?: boolean }): Promise<void> {
		if (!this.#plugged) throw new DOMException('The device has been lost.', 'NetworkError');
		const { dataTerminalReady: dtr, requestToSend: rts } = Object.assign(this.#signals, signals);
		if (rts && !dtr) this.#enter('reset');
		else if (this.#mode === 'reset') {
			this.#loader.reset();
			this.#enter(dtr ? 'download' : 'running');
		}
	}

	/** Bytes are lost while nobody has opened the port. */
	print(bytes: Uint8Array): void {
		if (this.#baud === LOG_BAUD) this.#send(bytes);
	}

	/** The cable is also its power supply. */
	pull(): void {
		this.#plugged = false;
		this.#enter('reset');
		this.#out?.error(new DOMException('The device has been lost.', 'NetworkError'));
		this.#out = undefined;
		this.readable = this.writable = null;
		this.dispatchEvent(new Event('disconnect', { bubbles: true }));
	}

	plug(): void {
		this.#plugged = true;
		this.pullAfter = undefined;
		this.#loader.reset();
		this.#enter('running');
	}

	#enter(mode: 'reset' | 'download' | 'running'): void {
		if (this.#mode === 'running') this.#firmware.stops();
		this.#mode = mode;
		if (mode === 'running') this.#firmware.starts();
	}

	async #take(bytes: Uint8Array): Promise<void> {
		if (this.#mode === 'running' && this.#baud === LOG_BAUD) return this.#firmware.hears(bytes);
		if (this.mute || this.#mode !== 'download' || this.#baud !== this.#loader.baud) return; // nobody listens, or it reads as noise
		for (const frame of this.#slip.take(bytes)) {
			for (const answer of await this.#loader.answer(frame)) this.#send(answer);
			if (this.pullAfter !== undefined && this.#loader.written >= this.pullAfter) return this.pull();
		}
	}

	#send(bytes: Uint8Array): void {
		this.#out?.enqueue(bytes);
	}

	/** As in a browser, a new stream replaces one whose reader has cancelled it. */
	#openRead(): void {
		this.readable = new ReadableStream({
			start: (controller) => void (this.#out = controller),
			cancel: () => void (this.#out = undefined),
		});
	}
}
