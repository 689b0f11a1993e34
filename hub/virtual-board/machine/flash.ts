import type { Store } from './store.ts';

export const SECTOR_BYTES = 4_096;
/** The numbers of the core's `Region`. */
export const REGION = { config: 0, state: 1, image: 2 } as const;

/** The same as in firmware/core/flash/layout.h. */
const STATE_BYTES = 16 * SECTOR_BYTES;
/**
 * Where the board keeps its relays' states. Not synced with every command: an older state after a power loss is
 * acceptable.
 */
const MEMORY = { begin: 8 * SECTOR_BYTES, end: 14 * SECTOR_BYTES };
/** The largest program that fits a chip of the catalogue. */
const IMAGE_BYTES = 0x1e_0000;
const STATE_BEGIN = SECTOR_BYTES;
const IMAGE_BEGIN = STATE_BEGIN + STATE_BYTES;

/**
 * The flash of a virtual board. It behaves like real flash: a write cannot set a bit that is not erased. After the
 * header, bytes are stored inverted, so that zeros, which were never written and take no space on a disk, are erased
 * flash.
 */
export class Flash {
	#store: Store;
	/** the config sector, as flashed with the firmware */
	#config: Uint8Array;
	#failed: (words: string) => void;
	#unsynced = false;
	#isFailing = false;

	/** `failed` is called once when the disk begins to fail, and again only after it has worked in between. */
	constructor(store: Store, configFile: Uint8Array, failed: (words: string) => void) {
		this.#store = store;
		this.#config = new Uint8Array(SECTOR_BYTES).fill(0xff);
		this.#config.set(configFile);
		this.#failed = failed;
	}

	size(region: number): number {
		if (region === REGION.config) return SECTOR_BYTES;
		return region === REGION.state ? STATE_BYTES : IMAGE_BYTES;
	}

	read(region: number, offset: number, out: Uint8Array): boolean {
		if (offset + out.length > this.size(region)) return false;
		if (region === REGION.config) {
			out.set(this.#config.subarray(offset, offset + out.length));
			return true;
		}
		return this.#try(() => {
			this.#store.read(beginOf(region) + offset, out);
			invert(out);
		});
	}

	erase(region: number, sector: number): boolean {
		if (sector % SECTOR_BYTES !== 0 || sector >= this.size(region)) return false;
		return this.#put(region, sector, new Uint8Array(SECTOR_BYTES));
	}

	write(region: number, offset: number, from: Uint8Array): boolean {
		const there = new Uint8Array(from.length);
		if (!this.read(region, offset, there)) return false;
		if (from.some((byte, i) => (there[i]! & byte) !== byte)) return false;
		there.set(from);
		invert(there);
		return this.#put(region, offset, there);
	}

	/** Makes what was written durable, except relay states. */
	sync(): void {
		if (!this.#unsynced) return;
		this.#unsynced = false;
		this.#try(() => this.#store.sync());
	}

	#put(region: number, offset: number, bytes: Uint8Array): boolean {
		if (region === REGION.config) return false;
		const isMemory = offset >= MEMORY.begin && offset < MEMORY.end;
		if (region === REGION.state && !isMemory) this.#unsynced = true;
		const written = this.#try(() => this.#store.write(beginOf(region) + offset, bytes));
		if (written) this.#isFailing = false;
		return written;
	}

	#try(act: () => void): boolean {
		try {
			act();
			return true;
		} catch (error) {
			if (!this.#isFailing) this.#failed((error as Error).message);
			this.#isFailing = true;
			return false;
		}
	}
}

function beginOf(region: number): number {
	return region === REGION.state ? STATE_BEGIN : IMAGE_BEGIN;
}

function invert(bytes: Uint8Array): void {
	for (let i = 0; i < bytes.length; i++) bytes[i]! ^= 0xff;
}
