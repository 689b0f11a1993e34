import { closeSync, existsSync, fsyncSync, openSync, readSync, renameSync, writeSync } from 'node:fs';

/**
 * Stores the bytes of a board's flash; those that were never written are zeros. Every function throws if the disk
 * fails.
 */
export interface Store {
	read(at: number, out: Uint8Array): void;
	write(at: number, from: Uint8Array): void;
	/** Makes what was written survive a power loss. */
	sync(): void;
}

const OWNER_ONLY = 0o600;

/** Stores in a file, which is opened for each access, so that a thousand boards do not need a thousand open files. */
export class FileStore implements Store {
	readonly #path: string;

	constructor(path: string) {
		this.#path = path;
	}

	/** Creates the file with what `fill` writes, atomically. */
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

/** Stores in memory, for boards of which nothing is kept; uses only as much as was written. */
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
		// Memory does not survive the process anyway.
	}
}

/** Splits a range of bytes at the borders of blocks. */
function* pieces(at: number, size: number) {
	for (let from = 0; from < size;) {
		const offset = (at + from) % BLOCK_BYTES;
		const to = Math.min(size, from + BLOCK_BYTES - offset);
		yield { block: Math.floor((at + from) / BLOCK_BYTES), offset, from, to };
		from = to;
	}
}
