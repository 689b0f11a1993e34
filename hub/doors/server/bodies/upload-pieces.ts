import type { HttpResponse } from 'uWebSockets.js';
import type { Line } from '../line.ts';

/** What an upload may hold in memory before its sender has to wait. */
const MOST_HELD_BYTES = 1_048_576;

/**
 * The body of one request as it comes, for whoever may send a file of up to `most` bytes. What was not read when it has been
 * decided about the request must be dropped: an answer is read only by a browser that could send all it had.
 */
export class UploadPieces implements AsyncIterable<Buffer> {
	#res: HttpResponse;
	#line: Line;
	#waiting: Buffer[] = [];
	#held = 0;
	#isDropping = false;
	#isPaused = false;
	#isComplete = false;
	#changed: () => void = () => undefined;

	constructor(res: HttpResponse, line: Line, most: number) {
		this.#res = res;
		this.#line = line;
		let left = most;
		line.whenAborted = () => this.#changed();
		res.onData((chunk, last) => {
			left -= chunk.byteLength;
			if (left < 0) return void res.close();
			if (!this.#isDropping && chunk.byteLength > 0) this.#hold(Buffer.from(chunk.slice(0)));
			this.#isComplete ||= last;
			this.#changed();
		});
	}

	/** Ends early if the connection is lost. */
	async *[Symbol.asyncIterator](): AsyncGenerator<Buffer> {
		for (;;) {
			const pieces = this.#waiting.splice(0);
			this.#held = 0;
			if (pieces.length > 0) {
				yield pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces);
				continue;
			}
			if (this.#isComplete || this.#line.aborted) return;
			this.#resume();
			await this.#change();
		}
	}

	/** Resolves when everything has come, or the connection is lost. */
	async drop(): Promise<void> {
		this.#isDropping = true;
		this.#waiting = [];
		this.#resume();
		while (!this.#isComplete && !this.#line.aborted) await this.#change();
		this.#line.whenAborted = undefined;
	}

	#hold(piece: Buffer): void {
		this.#waiting.push(piece);
		this.#held += piece.length;
		if (this.#held < MOST_HELD_BYTES || this.#isPaused) return;
		this.#isPaused = true;
		this.#res.pause();
	}

	#resume(): void {
		if (!this.#isPaused || this.#line.aborted) return;
		this.#isPaused = false;
		this.#res.resume();
	}

	#change(): Promise<void> {
		return new Promise((resolve) => (this.#changed = resolve));
	}
}
