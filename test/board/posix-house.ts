import { expect } from 'vitest';
import type { DeviceView } from '../../protocol/dashboard/devices.ts';
import type { DeviceConfig } from '../../protocol/dashboard/plan.ts';
import type { ImageKind } from '../faults/offered-images.ts';
import { World } from '../faults/world.ts';
import { ApiFailure } from '../harness/browser-session.ts';
import { CuttingProxy } from './cutting-proxy.ts';
import { PosixBoard } from './posix-board.ts';

/** A board waits a little longer after every try; a busy machine adds to it. */
const COMES_BACK_MS = 60_000;
const PINS = [5, 4] as const;
const OVER = ['done', 'failed', 'skipped'];

/** A hub of its own process with an open dashboard, and boards of which each has a line that can be cut. */
export class PosixHouse {
	readonly world: World;
	readonly boards: HouseBoard[] = [];
	/** the tests are over: nothing is switched on any more */
	isOver = false;

	private constructor(world: World) {
		this.world = world;
	}

	static async start(): Promise<PosixHouse> {
		return new PosixHouse(await World.start());
	}

	/** So many boards more. */
	add(count: number, name: string): Promise<HouseBoard[]> {
		return Promise.all(Array.from({ length: count }, (_, n) => this.claim(`${name} ${n + 1}`)));
	}

	/** A board that is claimed and online; with `cutAfter` or `power` only after such a fault. */
	async claim(name: string, { cutAfter, power }: { cutAfter?: number; power?: string } = {}): Promise<HouseBoard> {
		const pending = await this.world.browser.addVirtualBoard({
			name,
			board: 'd1-mini',
			relays: [
				{ id: 1, name: 'Pump', gpio: PINS[0], activeLow: false, powerOn: 'last' },
				{ id: 2, name: 'Valve', gpio: 14, activeLow: false },
			],
			sensors: [],
			wifi: { ssid: 'home', password: 'long enough' },
		});
		const proxy = await CuttingProxy.start(this.world.hub.port, cutAfter);
		const board = new PosixBoard(proxy.address);
		const made = new HouseBoard(this, name, board, proxy);
		this.boards.push(made);
		board.start(await this.world.browser.configFile(pending.id), ...(power === undefined ? [] : ['--power', power]));
		await made.comesBack();
		made.id = made.device!.id;
		made.claimLines = board.lines.length;
		return made;
	}

	async remove(): Promise<void> {
		this.isOver = true;
		for (const { board, proxy } of this.boards) {
			await board.remove();
			proxy.close();
		}
		this.world.view.close();
		await this.world.hub.remove();
	}
}

/** A board, its line and its device. */
export class HouseBoard {
	readonly board: PosixBoard;
	readonly proxy: CuttingProxy;
	readonly name: string;
	id = '';
	/** its lines up to when it was claimed */
	claimLines = 0;
	#house: PosixHouse;

	constructor(house: PosixHouse, name: string, board: PosixBoard, proxy: CuttingProxy) {
		this.#house = house;
		this.name = name;
		this.board = board;
		this.proxy = proxy;
	}

	get device(): DeviceView | undefined {
		return this.#house.world.view.device(this.name);
	}

	get isOnline(): boolean {
		return this.#house.world.view.following && this.device?.presence.state === 'online';
	}

	/** The hub has refused a key of it, since it was claimed. */
	get refusals(): string[] {
		return this.board.lines.slice(this.claimLines).filter((line) => line.startsWith('refused'));
	}

	/** Waits until it is so; where the board loses its power meanwhile it gets it again. */
	async until(condition: () => unknown, what: string): Promise<void> {
		let over = false;
		const keepOn = async () => {
			for (;;) {
				await this.board.ended();
				if (over || this.#house.isOver) return;
				this.board.start();
			}
		};
		void keepOn();
		try {
			await this.#house.world.view.until(condition, COMES_BACK_MS, what);
		} catch (error) {
			const said = this.board.lines.join(' | ');
			throw new Error(`${this.name} ${(error as Error).message}: ${JSON.stringify(this.device)}: ${said}`, {
				cause: error,
			});
		} finally {
			over = true;
		}
	}

	comesBack(): Promise<void> {
		return this.until(() => this.isOnline, 'is online');
	}

	/** A relay is switched, and says so: the line is alive. */
	async switches(relay = 2): Promise<void> {
		const on = !this.#house.world.view.relay(this.id, relay)?.reported;
		await this.#ask(() => this.#house.world.browser.call('PUT', `/devices/${this.id}/relays/${relay}`, { on }));
	}

	/** Until the new key is the only one. */
	async rotates(): Promise<void> {
		const { fingerprint } = this.device!.token;
		await this.#ask(() => this.#house.world.browser.call('POST', `/devices/${this.id}/token/rotate`));
		await this.until(
			() => this.device!.token.state === 'active' && this.device!.token.fingerprint !== fingerprint && this.isOnline,
			'has its new key',
		);
	}

	/** Relay 1 goes to its other pin; until the board has said so. */
	async configures(): Promise<void> {
		const path = `/devices/${this.id}/config`;
		const from = this.board.lines.length;
		let pin = 0;
		let version = 0;
		await this.#ask(async () => {
			const { plan, config } = await this.#house.world.browser.call<DeviceConfig>('GET', path);
			const [pump] = plan.relays;
			pin ||= PINS.find((other) => other !== pump!.gpio)!;
			version = config.version;
			if (pump!.gpio === pin) return; // it was taken, but the answer was lost
			pump!.gpio = pin;
			const body = { version, ...plan };
			version = (await this.#house.world.browser.call<DeviceConfig>('PUT', path, body)).config.version;
		});
		await this.until(() => {
			const { config } = this.device!;
			return this.isOnline && config.version === version && config.state === 'applied';
		}, 'has its new configuration');
		await this.board.said(new RegExp(`^pin ${pin} is`), from);
	}

	/** Until the update is over; how it ended, 'unknown' where the hub was started anew since. */
	async updates(kind: ImageKind = 'good'): Promise<{ state: string; reason: string | null; version: string }> {
		const version = this.#house.world.images.offer(kind);
		const body = { devices: [this.id], evenIfOn: true };
		await this.#ask(async () => {
			const { status } = await this.#house.world.browser.request('POST', '/updates', body);
			// It is being updated already: the answer was lost.
			expect([202, 409]).toContain(status);
		});
		await this.until(() => this.device!.update === null || OVER.includes(this.device!.update.state), 'is updated');
		await this.comesBack();
		return { version, state: this.device!.update?.state ?? 'unknown', reason: this.device!.update?.reason ?? null };
	}

	/** Asks as people do, again where the board or the hub was away just then. */
	async #ask(what: () => Promise<unknown>): Promise<void> {
		for (;;) {
			await this.comesBack();
			try {
				return void (await what());
			} catch (error) {
				const isAway = error instanceof TypeError || (error instanceof ApiFailure && [503, 504].includes(error.status));
				if (!isAway) throw error;
				// Not before the hub has seen it, too.
				await new Promise((resolve) => setImmediate(resolve));
			}
		}
	}
}
