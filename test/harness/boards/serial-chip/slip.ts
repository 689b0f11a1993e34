/** SLIP, RFC 1055: frames between END bytes. */
const END = 0xc0;
const ESC = 0xdb;
const ESC_END = 0xdc;
const ESC_ESC = 0xdd;

export function slip(frame: Uint8Array): Uint8Array {
	const inside = [...frame].flatMap((byte) => (byte === END ? [ESC, ESC_END] : byte === ESC ? [ESC, ESC_ESC] : [byte]));
	return Uint8Array.from([END, ...inside, END]);
}

/** Puts frames together from pieces of any size. */
export class SlipReader {
	#frame: number[] | undefined;
	#escaped = false;

	take(bytes: Uint8Array): Uint8Array[] {
		const frames: Uint8Array[] = [];
		for (const byte of bytes) {
			if (byte === END) {
				if (this.#frame && this.#frame.length > 0) {
					frames.push(Uint8Array.from(this.#frame));
					this.#frame = undefined;
				} else this.#frame = [];
			} else if (this.#frame) {
				if (this.#escaped) this.#frame.push(byte === ESC_END ? END : ESC);
				else if (byte !== ESC) this.#frame.push(byte);
				this.#escaped = !this.#escaped && byte === ESC;
			}
		}
		return frames;
	}
}
