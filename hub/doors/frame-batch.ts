/** Bytes that are held back at most: what uWebSockets.js writes at a time. */
const HELD_MAX_BYTES = 16 * 1_024;

/** Where the frames go; uWebSockets.js' WebSocket is one. */
export interface FrameSink {
	send(frame: Uint8Array, isBinary: boolean): unknown;
	cork(act: () => void): unknown;
}

/**
 * The frames to one board. The first of a turn of the event loop goes at once; those that follow it go together, in one
 * packet and not in one each. A turn in which thousands are sent holds few of them: the socket has a limit, memory has none.
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
		setImmediate(() => {
			this.flush();
			this.#held = null;
		});
	}

	/** What is held goes now. */
	flush(): void {
		const frames = this.#held?.splice(0) ?? [];
		this.#heldBytes = 0;
		// The socket may end at any of them: one that the board does not read is closed at its limit.
		if (frames.length > 0) this.#sink?.cork(() => frames.forEach((frame) => this.#sink?.send(frame, true)));
	}

	/** The socket is gone. */
	end(): void {
		this.#sink = null;
	}
}
