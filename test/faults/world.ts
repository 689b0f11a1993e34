import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import { BrowserSession, type LiveView } from '../harness/browser-session.ts';
import { bundle } from '../harness/bundled-process.ts';
import { HubProcess } from '../harness/hub-process.ts';
import { OfferedImages } from './offered-images.ts';

const HOUR_MS = 3_600_000;
/**
 * Steps of the clock, one after the other. Less than a day, after which firmware that waits for its board would expire.
 */
const AHEAD_MS = [23 * HOUR_MS, 0, -23 * HOUR_MS, 0];
/** A folder in memory, if there is one; without it all writes of the boards and their hub go to the disk. */
const MEMORY = '/dev/shm';

let program: Promise<string> | undefined;

/** Waits for a condition, checking it again and again; fails with `what` after `ms`. */
export async function until(condition: () => unknown, ms: number, what: () => string): Promise<void> {
	const end = performance.now() + ms;
	while (!condition()) {
		if (performance.now() > end) throw new Error(`${what()} (not in ${ms} ms)`);
		await pause(10);
	}
}

export function pause(ms: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, ms));
}

/** From now on temporary folders are made in memory, if possible. */
export function useMemory(): void {
	try {
		accessSync(MEMORY, constants.W_OK);
		process.env.TMPDIR = MEMORY;
	} catch {
		// The tests then take a little longer.
	}
}

/** The hub of all the boards, a process that is stopped and killed, and one dashboard. */
export class World {
	readonly hub: HubProcess;
	readonly browser: BrowserSession;
	readonly view: LiveView;
	readonly images: OfferedImages;
	/** how often the hub ended */
	restarts = 0;
	clockSteps = 0;
	/** boards that are being flashed: the clock must not step now, or their firmware would expire */
	flashing = 0;
	#env: Record<string, string>;
	#aheadMs = 0;
	#restarting: Promise<void> | undefined;

	private constructor(hub: HubProcess, env: Record<string, string>, browser: BrowserSession, view: LiveView) {
		this.hub = hub;
		this.#env = env;
		this.browser = browser;
		this.view = view;
		this.images = new OfferedImages(hub.data);
	}

	static async start(): Promise<World> {
		const env = { CLOCK_AHEAD_MS: '0', MOORING_BEAT_WATCHED_MS: '300', MOORING_BEAT_IDLE_MS: '300' };
		program ??= bundle(join(import.meta.dirname, 'hub-main.ts'));
		const hub = new HubProcess(env, await program);
		await hub.start();
		const browser = new BrowserSession(hub.origin);
		await browser.setUp(hub.setUpCode);
		return new World(hub, env, browser, await browser.open());
	}

	/** The hub's answer; status 0: the hub was away, and may or may not have done it. */
	async ask<T>(method: string, path: string, body?: unknown): Promise<{ status: number; value: T }> {
		try {
			const answer = await this.browser.request(method, path, body);
			const text = await answer.text();
			return { status: answer.status, value: (text === '' ? undefined : JSON.parse(text)) as T };
		} catch {
			return { status: 0, value: undefined as T };
		}
	}

	/** Ends the hub and starts it again; joins a restart that is under way. */
	endHub(how: 'stopped' | 'killed'): Promise<void> {
		this.#restarting ??= this.#restart(how).finally(() => (this.#restarting = undefined));
		return this.#restarting;
	}

	/** Steps the clock; false if it must not step now. */
	stepClock(): boolean {
		if (this.flashing > 0) return false;
		this.setClock(AHEAD_MS[this.clockSteps++ % AHEAD_MS.length]!);
		return true;
	}

	/** The hub's time, Unix ms. */
	now(): number {
		return Date.now() + this.#aheadMs;
	}

	/** Sets how far the hub's clock is ahead of this machine's. */
	setClock(aheadMs: number): void {
		this.#aheadMs = aheadMs;
		this.#env.CLOCK_AHEAD_MS = String(aheadMs);
		this.hub.tell(String(aheadMs));
	}

	async #restart(how: 'stopped' | 'killed'): Promise<void> {
		this.restarts++;
		if (how === 'killed') await this.hub.kill();
		else await this.hub.stop();
		await this.hub.start();
		await until(
			() => this.view.following,
			20_000,
			() => 'the dashboard did not follow the hub that was started again',
		);
	}
}
