import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { systemClock } from '../../hub/base/clock.ts';
import { systemRandom } from '../../hub/base/random.ts';
import { readConfig } from '../../hub/config/config.ts';
import type { Hub, Overrides } from '../../hub/hub-start.ts';
import { runHub } from '../../hub/run-hub.ts';
import { VirtualBoard } from '../../hub/virtual-board/board.ts';
import { openFlashFile } from '../../hub/virtual-board/machine/flash-file.ts';
import { readHeader, writeHeader } from '../../hub/virtual-board/machine/header.ts';
import { FileStore } from '../../hub/virtual-board/machine/store.ts';
import { BrowserSession } from './browser-session.ts';
import { freePort } from './network/free-port.ts';

/** Cheap hashes, since most tests are not about passwords. */
const CHEAP = { memoryCost: 8, timeCost: 1, parallelism: 1 };

/** The real hub in this process: real SQLite in a temporary folder, real sockets on a free port. */
export class TestHub {
	readonly data = mkdtempSync(join(tmpdir(), 'mooring-test-'));
	readonly logged: Record<string, unknown>[] = [];
	/** why it did not start anew after a restore */
	readonly failures: string[] = [];
	#overrides: Partial<Overrides>;
	#env: Record<string, string>;
	#hub: Hub | undefined;
	#boards: VirtualBoard[] = [];
	#port = 0;

	constructor(overrides: Partial<Overrides> = {}, env: Record<string, string> = {}) {
		this.#overrides = overrides;
		this.#env = env;
	}

	get origin(): string {
		return `http://127.0.0.1:${this.#port}`;
	}

	get setUpCode(): string {
		return this.#hub!.setUpCode()!;
	}

	/** Starts it, or starts it again on the same data and port. */
	async start(): Promise<this> {
		this.#port ||= await freePort();
		const config = readConfig({
			MOORING_DATA: this.data,
			MOORING_HOST: '127.0.0.1',
			MOORING_PORT: String(this.#port),
			MOORING_MDNS: 'off',
			MOORING_BEAT_WATCHED_MS: '100',
			MOORING_BEAT_IDLE_MS: '200',
			...this.#env,
		});
		if (!config.ok) throw new Error(config.error.message);
		const log = pino(
			{ level: 'debug' },
			{ write: (line: string) => void this.logged.push(JSON.parse(line) as Record<string, unknown>) },
		);
		const failed = (fault: { message: string }) => this.failures.push(fault.message);
		const started = await runHub(config.value, { log, passwordCost: CHEAP, ...this.#overrides }, failed);
		if (!started.ok) throw new Error(started.error.message);
		this.#hub = started.value;
		return this;
	}

	async stop(): Promise<void> {
		await this.#hub?.stop();
		this.#hub = undefined;
	}

	/** Stops everything and removes the data. */
	async remove(): Promise<void> {
		for (const board of this.#boards) board.cut();
		await this.stop();
		rmSync(this.data, { recursive: true, force: true });
	}

	browser(): BrowserSession {
		return new BrowserSession(this.origin);
	}

	/** A signed-in owner. */
	async owner(): Promise<BrowserSession> {
		const browser = this.browser();
		await browser.setUp(this.setUpCode);
		return browser;
	}

	/** Copies all that a board keeps into the flash of another board with this MAC. */
	copyFlash(state: string, copy: string, mac: string): void {
		const path = join(this.data, `${copy}.flash`);
		copyFileSync(join(this.data, `${state}.flash`), path);
		const store = new FileStore(path);
		writeHeader(store, { ...readHeader(store)!, mac: Buffer.from(mac, 'hex') });
	}

	/**
	 * Starts a virtual board with a config file, as `npm run board` does. `state` names its flash; two boards must not
	 * share one.
	 */
	board(configFile: Uint8Array, state = `board-${this.#boards.length}`): VirtualBoard {
		const path = join(this.data, `${state}.flash`);
		const board = new VirtualBoard({
			configFile,
			store: openFlashFile({ path, older: join(this.data, `${state}.json`), configFile, random: systemRandom }),
			clock: systemClock,
			random: systemRandom,
			hub: this.origin.slice('http://'.length),
		});
		this.#boards.push(board);
		board.start();
		return board;
	}
}
