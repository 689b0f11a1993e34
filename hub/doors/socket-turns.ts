/** Frames of one socket that are handled in one turn of the event loop; a page has a handful of commands under way. */
export const FRAMES_PER_TURN = 64;
/** Frames of one socket that may wait for their turn, and their bytes. */
export const FRAMES_WAITING = 16_384;
export const BYTES_WAITING = 2 * 1_024 * 1_024;

/**
 * Handles the frames of one socket in turns, so that a socket which sends as fast as it can delays the others by one turn of
 * its own and no more. The order of its frames stays.
 */
export class SocketTurns {
	#handled = 0;
	#waiting: { bytes: number; handle: () => void }[] = [];
	#bytes = 0;

	/**
	 * Calls `handle` now or in a later turn; false: too many wait already, and this one is left out. `keep` makes a `handle` for
	 * later, of what is gone after this call.
	 */
	take(bytes: number, handle: () => void, keep: () => () => void): boolean {
		if (this.#handled === 0) setImmediate(() => this.#nextTurn());
		if (this.#handled < FRAMES_PER_TURN && this.#waiting.length === 0) {
			this.#handled++;
			handle();
			return true;
		}
		if (this.#waiting.length >= FRAMES_WAITING || this.#bytes + bytes > BYTES_WAITING) return false;
		this.#bytes += bytes;
		this.#waiting.push({ bytes, handle: keep() });
		return true;
	}

	/** The socket is gone: nothing of it is handled any more. */
	stop(): void {
		this.#waiting = [];
	}

	#nextTurn(): void {
		const now = this.#waiting.splice(0, FRAMES_PER_TURN);
		this.#handled = now.length;
		if (now.length === 0) return;
		setImmediate(() => this.#nextTurn());
		for (const { bytes, handle } of now) {
			this.#bytes -= bytes;
			handle();
		}
	}
}
