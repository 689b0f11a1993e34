import { closeSync, existsSync, fsyncSync, openSync, readSync, renameSync, writeSync } from 'node:fs';

/** Where the bytes of a board's flash lie; those that were never written are zeros. Each throws where the disk fails. */
export interface Store {
	read(at: number, out: Uint8Array): void;
	write(at: number, from: Uint8Array): void;
	/** What was written outlives a loss of power. */
	sync(): void;
}

const OWNER_ONLY = 0o600;

/** In a file, which is opened for each piece: a thousand boards need no thousand open files. */
export class FileStore implements Store {
	readonly #path: string;

	constructor(path: string) {
		this.#path = path;
	}

	/** Makes the file with this at its beginning, whole or not at all. */
	static make(path: string, fill: (store: Store) => void): void {
		const temporary = `${path}.new`;
		closeSync(openSync(temporary, 'w', OWNER_ONLY));
		const made = new FileStore(temporary);
		fill(made);
		made.sync();
		renameSync(temporary, path);
	}

	get exists(): boolean {
		return existsSync(this.#path);
	}

	read(at: number, out: Uint8Array): void {
		const read = this.#open((file) => readSync(file, out, 0, out.length, at));
		out.fill(0, read);
	}

	write(at: number, from: Uint8Array): void {
		this.#open((file) => {
			if (writeSync(file, from, 0, from.length, at) < from.length) throw new Error('The disk is full.');
		});
	}

	sync(): void {
		this.#open((file) => fsyncSync(file));
	}

	#open<T>(act: (file: number) => T): T {
		const file = openSync(this.#path, 'r+');
		try {
			return act(file);
		} finally {
			closeSync(file);
		}
	}
}

const BLOCK_BYTES = 4_096;
const STEP_BYTES = 256;

/** In memory, for boards of which nothing is kept; it takes no more than was written. */
export class MemoryStore implements Store {
	#blocks = new Map<number, Uint8Array>();

	read(at: number, out: Uint8Array): void {
		out.fill(0);
		for (const { block, offset, from, to } of pieces(at, out.length)) {
			const bytes = this.#blocks.get(block);
			if (bytes) out.set(bytes.subarray(offset, offset + to - from), from);
		}
	}

	write(at: number, bytes: Uint8Array): void {
		for (const { block, offset, from, to } of pieces(at, bytes.length)) {
			const before = this.#blocks.get(block);
			const needed = offset + to - from;
			const room =
				before && before.length >= needed ? before : new Uint8Array(Math.ceil(needed / STEP_BYTES) * STEP_BYTES);
			if (before && room !== before) room.set(before);
			room.set(bytes.subarray(from, to), offset);
			this.#blocks.set(block, room);
		}
	}

	sync(): void {
		// Nothing outlives the process.
	}
}

/** The parts of so many bytes that lie in one block each. */
function* pieces(at: number, size: number) {
	for (let from = 0; from < size;) {
		const offset = (at + from) % BLOCK_BYTES;
		const to = Math.min(size, from + BLOCK_BYTES - offset);
		yield { block: Math.floor((at + from) / BLOCK_BYTES), offset, from, to };
		from = to;
	}
}
