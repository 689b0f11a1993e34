import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { decodeConfigFile } from '../../protocol/config-file.ts';
import type { Clock } from '../base/clock.ts';
import type { Random } from '../base/random.ts';
import { VirtualBoard } from './board.ts';
import { KeysFile } from './keys-file.ts';

const CONFIG = 'config.mooring';
const KEYS = 'keys.json';
const OWNER_ONLY_FILE = 0o600;
const OWNER_ONLY_FOLDER = 0o700;

/** The boards this hub plays itself: each has a folder of its own, and comes back at every start until it is removed. */
export class VirtualBoards {
	#options: { folder: string; port: () => number; clock: Clock; random: Random; log: Logger };
	#boards = new Map<string, VirtualBoard>();

	constructor(options: { folder: string; port: () => number; clock: Clock; random: Random; log: Logger }) {
		this.#options = options;
	}

	has(id: string): boolean {
		return this.#boards.has(id);
	}

	/** Throws where the folder cannot be written. */
	async start(id: string, configFile: Uint8Array): Promise<void> {
		if (this.#boards.has(id)) return;
		const folder = this.#folderOf(id);
		mkdirSync(folder, { recursive: true, mode: OWNER_ONLY_FOLDER });
		await writeFile(join(folder, CONFIG), configFile, { mode: OWNER_ONLY_FILE });
		this.#play(id, folder);
	}

	/** At the hub's start: every board that was played before it stopped. */
	async resume(): Promise<void> {
		const { folder, log } = this.#options;
		if (!existsSync(folder)) return;
		for (const id of readdirSync(folder)) {
			try {
				this.#play(id, join(folder, id));
			} catch (error) {
				log.warn({ err: error, id }, 'a virtual board is damaged and was left out');
			}
		}
	}

	/** Stops it, and takes its folder away. */
	async remove(id: string): Promise<void> {
		this.#boards.get(id)?.stop();
		this.#boards.delete(id);
		await rm(this.#folderOf(id), { recursive: true, force: true });
	}

	stopAll(): void {
		for (const board of this.#boards.values()) board.stop();
		this.#boards.clear();
	}

	#play(id: string, folder: string): void {
		const config = decodeConfigFile(readFileSync(join(folder, CONFIG)));
		if (!config.ok) throw new Error(config.error);
		const { clock, random, port, log } = this.#options;
		const board = new VirtualBoard({
			config: config.value,
			keys: new KeysFile(join(folder, KEYS), random),
			clock,
			random,
			hub: `127.0.0.1:${port()}`,
			resume: true,
			log: (text) => log.debug({ board: config.value.name }, text),
		});
		this.#boards.set(id, board);
		board.start();
	}

	#folderOf(id: string): string {
		// Ids are the hub's own, base64url: nothing of a path is in them.
		return join(this.#options.folder, id);
	}
}
