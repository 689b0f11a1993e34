/** Reads bytes in the lengths that are wanted from pieces of any length; holds one piece in memory. */
export class PieceReader {
	#pieces: AsyncIterator<Uint8Array>;
	#rest: Uint8Array = new Uint8Array(0);

	constructor(pieces: AsyncIterable<Uint8Array>) {
		this.#pieces = pieces[Symbol.asyncIterator]();
	}

	/** At most `most` bytes, as they come; undefined at the end. */
	async some(most: number): Promise<Uint8Array | undefined> {
		while (this.#rest.length === 0) {
			const { value, done } = await this.#pieces.next();
			if (done) return undefined;
			this.#rest = value;
		}
		const some = this.#rest.subarray(0, most);
		this.#rest = this.#rest.subarray(some.length);
		return some;
	}

	/** Exactly so many bytes; undefined if there are fewer. */
	async exactly(length: number): Promise<Buffer | undefined> {
		const bytes = Buffer.alloc(length);
		for (let at = 0; at < length;) {
			const some = await this.some(length - at);
			if (!some) return undefined;
			bytes.set(some, at);
			at += some.length;
		}
		return bytes;
	}

	async close(): Promise<void> {
		await this.#pieces.return?.();
	}
}
