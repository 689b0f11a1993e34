import { createHash } from 'node:crypto';
import type { OtaBegin, OtaChunk } from '../../protocol/device_pb.ts';

/** No chip of the catalogue has room for a larger program. */
const MOST_BYTES = 0x1e_0000;
const DAMAGED = 'The image is damaged: its SHA-256 is another one.';

export interface Progress {
	nextOffset: number;
	/** in words; empty where all is well */
	error: string;
	done: boolean;
}

/**
 * Takes an image over the link as a real board does: piece by piece, on from where it was after a lost link, and checked
 * before anything is switched. It has no flash for it: what a power cut leaves of a part is nothing.
 */
export class Update {
	#announced: OtaBegin | undefined;
	#taken: Uint8Array[] = [];
	#size = 0;

	begin(announced: OtaBegin): Progress {
		if (announced.size === 0 || announced.size > MOST_BYTES) return this.#giveUp('The image does not fit this board.');
		const before = this.#announced;
		const goesOn = before?.size === announced.size && Buffer.compare(before.sha256, announced.sha256) === 0;
		if (!goesOn) this.#forget();
		this.#announced = announced;
		return this.#progress();
	}

	chunk({ offset, data }: OtaChunk): Progress {
		if (!this.#announced) return this.#progress('No update has begun.');
		// Out of turn, after a lost link: the hub is told where to go on.
		if (offset !== this.#size) return this.#progress();
		if (data.length > this.#announced.size - this.#size) return this.#giveUp('The image is longer than was announced.');
		this.#taken.push(data);
		this.#size += data.length;
		return this.#progress();
	}

	/** `version`: of the image that is whole and right, and runs from the next start on. */
	end(): { progress: Progress; version?: string } {
		const announced = this.#announced;
		if (!announced) return { progress: this.#progress('No update has begun.') };
		if (this.#size < announced.size) return { progress: this.#progress() };
		const sha256 = this.#taken.reduce((hash, data) => hash.update(data), createHash('sha256')).digest();
		if (Buffer.compare(sha256, announced.sha256) !== 0) return { progress: this.#giveUp(DAMAGED) };
		const progress = { ...this.#progress(), done: true };
		this.#forget();
		return { progress, version: announced.version };
	}

	#progress(error = ''): Progress {
		return { nextOffset: this.#size, error, done: false };
	}

	/** The next update begins at its beginning. */
	#giveUp(error: string): Progress {
		this.#forget();
		return this.#progress(error);
	}

	#forget(): void {
		this.#announced = undefined;
		this.#taken = [];
		this.#size = 0;
	}
}
