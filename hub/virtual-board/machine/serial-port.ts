import type { Serial } from './machine.ts';

/** A chip buffers this much that was not read; more is lost. */
const MOST_UNREAD_BYTES = 4_096;

/** The serial port of a virtual board, except the lines of its log. */
export class SerialPort implements Serial {
	#unread = new Uint8Array();
	#out: ((bytes: Uint8Array) => void) | undefined;

	/** `out` gets what it writes; undefined if nothing is connected. */
	constructor(out: ((bytes: Uint8Array) => void) | undefined) {
		this.#out = out;
	}

	get hasUnread(): boolean {
		return this.#unread.length > 0;
	}

	hear(bytes: Uint8Array): void {
		this.#unread = Buffer.concat([this.#unread, bytes]).subarray(0, MOST_UNREAD_BYTES);
	}

	read(out: Uint8Array): number {
		const taken = this.#unread.subarray(0, out.length);
		out.set(taken);
		this.#unread = this.#unread.subarray(taken.length);
		return taken.length;
	}

	write(from: Uint8Array): boolean {
		this.#out?.(Uint8Array.from(from));
		return true;
	}
}
