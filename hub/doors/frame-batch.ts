/** The most that is held back: what uWebSockets.js writes at a time. */
const HELD_MAX_BYTES = 16 * 1_024;

/** Where the frames go; uWebSockets.js' WebSocket is one. */
export interface FrameSink {
	send(frame: Uint8Array, isBinary: boolean): unknown;
	cork(act: () => void): unknown;
}

/**
 * Sends frames to one board. The first one in a turn of the event loop is sent at once; those that follow in the same
 * turn are sent together, in one packet. Few are held back even if thousands are sent in a turn: the socket limits
 * what waits to be sent, but nothing else would limit these.
 */
export class FrameBatch {
	#sink: FrameSink | null;
	/** frames sent in this turn after the first one; null when none was sent yet */
	#held: Uint8Array[] | null = null;
	#heldBytes = 0;

	constructor(sink: FrameSink) {
		this.#sink = sink;
	}

	send(frame: Uint8Array): void {
		if (this.#held) {
			this.#held.push(frame);
			this.#heldBytes += frame.length;
			if (this.#heldBytes >= HELD_MAX_BYTES) this.flush();
			return;
		}
		this.#held = [];
		this.#sink?.send(frame, true);
		// eslint-disable-next-line no-restricted-globals -- it sends only
		setImmediate(() => {
			this.flush();
			this.#held = null;
		});
	}

	/** Sends what is held back. */
	flush(): void {
		const frames = this.#held?.splice(0) ?? [];
		this.#heldBytes = 0;
		// Each send may end the socket: it is closed at its limit if the board does not read.
		if (frames.length > 0) this.#sink?.cork(() => frames.forEach((frame) => this.#sink?.send(frame, true)));
	}

	/** The socket is gone. */
	end(): void {
		this.#sink = null;
	}
}
