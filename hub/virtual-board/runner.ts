import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { decodeConfigFile } from '../../protocol/config-file.ts';
import { deviceCode } from '../../protocol/mac.ts';
import type { Clock } from '../base/clock.ts';
import type { Random } from '../base/random.ts';
import { KeyedMutex } from '../base/keyed-mutex.ts';
import { VirtualBoard } from './board.ts';
import { openFlashFile } from './machine/flash-file.ts';

const CONFIG = 'config.mooring';
const FLASH = 'flash';
/** the state file of version 0.1 */
const OLDER_STATE = 'keys.json';
const OWNER_ONLY_FILE = 0o600;
const OWNER_ONLY_FOLDER = 0o700;

/** The boards that this hub plays: each has a folder of its own, and is started with the hub until it is removed. */
export class VirtualBoards {
	#options: { folder: string; port: () => number; clock: Clock; random: Random; log: Logger };
	#boards = new Map<string, { board: VirtualBoard; keyId: string }>();
	/** lock by board: two starts at once would play it twice */
	#locks = new KeyedMutex();
	#stopped = false;

	constructor(options: { folder: string; port: () => number; clock: Clock; random: Random; log: Logger }) {
		this.#options = options;
	}

	/** How many boards it plays. */
	get size(): number {
		return this.#boards.size;
	}

	/** Whether it plays this board; with `keyId`, in hex, whether with the firmware that carries this registration key. */
	has(id: string, keyId?: string): boolean {
		const playing = this.#boards.get(id);
		return playing !== undefined && (keyId === undefined || playing.keyId === keyId);
	}

	/** Closes or opens a wall switch of this board. False: it is not played here, or has no such input. */
	setInput(id: string, input: number, on: boolean): boolean {
		return this.#boards.get(id)?.board.setInput(input, on) ?? false;
	}

	/**
	 * Starts a board, unless it is played with this config file already. A different config file is new firmware for
	 * the same hardware. Throws if the folder cannot be written.
	 */
	start(id: string, configFile: Uint8Array): Promise<void> {
		const config = decodeConfigFile(configFile);
		const keyId = config.ok ? hex(config.value.keyId) : undefined;
		return this.#locks.run(id, async () => {
			if (this.has(id, keyId)) return;
			this.#boards.get(id)?.board.stop();
			this.#boards.delete(id);
			const folder = this.#folderOf(id);
			await mkdir(folder, { recursive: true, mode: OWNER_ONLY_FOLDER });
			await writeWhole(join(folder, CONFIG), configFile);
			if (!this.#stopped) this.#play(id, folder);
		});
	}

	/** Starts the boards that were played before the hub stopped, at most so many: a restored folder may hold any number. */
	async resume(most: number): Promise<void> {
		const { folder, log } = this.#options;
		if (!existsSync(folder)) return;
		const ids = readdirSync(folder).sort();
		if (ids.length > most) log.warn({ most, left: ids.length - most }, 'too many virtual boards: some are not started');
		const resumed = ids.slice(0, most).map((id) =>
			this.#locks
				.run(id, async () => {
					if (!this.#boards.has(id) && !this.#stopped) this.#play(id, join(folder, id));
				})
				.catch((error: unknown) =>
					log.warn({ err: error, id }, 'virtual board: its files are damaged; it is not started'),
				),
		);
		await Promise.all(resumed);
	}

	/**
	 * The device has a new board, the one with this MAC: a board that was played for it stops. If the new board is
	 * the one played for the pending device it came with, it becomes the device's. False: nothing was played here.
	 */
	handOver(pending: string, id: string, mac: string): Promise<boolean> {
		return this.#locks.run(id, async () => {
			const plays = (one: string) => this.#boards.get(one)?.board.code === deviceCode(mac);
			if (plays(id)) return false;
			const moves = pending !== id && plays(pending);
			if (!moves && !this.#boards.has(id)) return false;
			await this.#delete(id);
			if (!moves) return true;
			this.#boards.get(pending)?.board.stop();
			this.#boards.delete(pending);
			await rename(this.#folderOf(pending), this.#folderOf(id));
			if (!this.#stopped) this.#play(id, this.#folderOf(id));
			return true;
		});
	}

	/** Stops it and deletes its folder. */
	remove(id: string): Promise<void> {
		return this.#locks.run(id, () => this.#delete(id));
	}

	/** The hub stops: stops all boards, and starts none any more. They are started again with the hub. */
	stopAll(): void {
		this.#stopped = true;
		for (const { board } of this.#boards.values()) board.stop();
		this.#boards.clear();
	}

	async #delete(id: string): Promise<void> {
		this.#boards.get(id)?.board.stop();
		this.#boards.delete(id);
		await rm(this.#folderOf(id), { recursive: true, force: true });
	}

	#play(id: string, folder: string): void {
		const configFile = readFileSync(join(folder, CONFIG));
		const config = decodeConfigFile(configFile);
		if (!config.ok) throw new Error(config.error);
		const { clock, random, port, log } = this.#options;
		const store = openFlashFile({ path: join(folder, FLASH), older: join(folder, OLDER_STATE), configFile, random });
		const board = new VirtualBoard({
			configFile,
			store,
			clock,
			random,
			hub: `127.0.0.1:${port()}`,
			resume: true,
			log: (text) => log.debug({ board: config.value.name }, text),
		});
		board.start();
		this.#boards.set(id, { board, keyId: hex(config.value.keyId) });
	}

	#folderOf(id: string): string {
		// Ids are made by the hub in base64url, so they cannot contain a path.
		return join(this.#options.folder, id);
	}
}

function hex(bytes: Uint8Array): string {
	return Buffer.from(bytes).toString('hex');
}

/** Writes a file atomically. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
	const temporary = `${path}.new`;
	const file = await open(temporary, 'w', OWNER_ONLY_FILE);
	try {
		await file.writeFile(bytes);
		await file.sync();
	} finally {
		await file.close();
	}
	await rename(temporary, path);
}
