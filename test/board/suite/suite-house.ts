import type { DeviceView } from '../../../protocol/dashboard/devices.ts';
import type { LogLine } from '../../../protocol/dashboard/history.ts';
import type { AddDevice } from '../../../protocol/dashboard/pending.ts';
import type { DeviceConfig, DevicePlan } from '../../../protocol/dashboard/plan.ts';
import type { BrowserSession, LiveView } from '../../harness/browser-session.ts';
import { TestHub } from '../../harness/hub.ts';
import type { PlayedBoard } from '../../harness/boards/played-board.ts';
import { ShiftedClock } from '../../harness/shifted-clock.ts';

export const NAME = 'Boiler room';
/** A board waits a little longer after every try; a busy machine adds to it. */
export const COMES_BACK_MS = 15_000;

/** A way to play a board as a process. */
export interface Kind {
	/** what it is, for the tests' names */
	name: string;
	/** `hub`: its origin */
	make: (hub: string) => PlayedBoard;
	/** An image that this board takes for firmware of this version. */
	image: (version: string) => Uint8Array;
}

/** The real hub, an owner with an open dashboard, and one board. */
export class SuiteHouse {
	readonly hub: TestHub;
	readonly clock: ShiftedClock;
	readonly browser: BrowserSession;
	readonly view: LiveView;
	readonly board: PlayedBoard;
	/** of the board's device, once it is claimed */
	id = '';

	private constructor(parts: Pick<SuiteHouse, 'hub' | 'clock' | 'browser' | 'view' | 'board'>) {
		({ hub: this.hub, clock: this.clock, browser: this.browser, view: this.view, board: this.board } = parts);
	}

	static async open(kind: Kind): Promise<SuiteHouse> {
		const clock = new ShiftedClock();
		const hub = await new TestHub({ clock }).start();
		const browser = await hub.owner();
		return new SuiteHouse({ hub, clock, browser, view: await browser.open(), board: kind.make(hub.origin) });
	}

	async close(): Promise<void> {
		await this.board.remove();
		this.view.close();
		await this.hub.remove();
	}

	get device(): DeviceView {
		return this.view.devices.get(this.id)!;
	}

	get isOnline(): boolean {
		return this.view.following && this.device?.presence.state === 'online';
	}

	relay(relay: number) {
		return this.view.relay(this.id, relay)!;
	}

	/** A pending device; its config file is what a board is flashed with. */
	async configFile(change: Partial<AddDevice> = {}): Promise<Uint8Array> {
		const { id } = await this.browser.addVirtualBoard({ name: NAME, ...change });
		this.id = id;
		return this.browser.configFile(id);
	}

	/** The board is flashed, claimed, online, and has told its relays. */
	async claimed(change: Partial<AddDevice> = {}): Promise<this> {
		this.board.start(await this.configFile(change));
		await this.online();
		await this.view.until(() => this.device.relays.every(({ reported }) => reported !== null));
		return this;
	}

	online(): Promise<void> {
		return this.view.until(() => this.isOnline, COMES_BACK_MS);
	}

	/** It is seen that it is gone. */
	async cutPower(): Promise<void> {
		await this.board.cutPower();
		await this.view.until(() => this.device.presence.state !== 'online');
	}

	/** Changes the plan as a page does it: from what it is now. */
	async change(act: (plan: DevicePlan) => void): Promise<void> {
		const { plan, config } = await this.browser.call<DeviceConfig>('GET', `/devices/${this.id}/config`);
		act(plan);
		await this.browser.call('PUT', `/devices/${this.id}/config`, { version: config.version, ...plan });
	}

	async configured(act: (plan: DevicePlan) => void): Promise<void> {
		const { version } = this.device.config;
		await this.change(act);
		await this.view.until(() => this.device.config.state === 'applied' && this.device.config.version > version);
	}

	/** Resolves when the board has said that the relay is so. */
	async set(relay: number, on: boolean, forMs?: number): Promise<void> {
		await this.view.setRelay(this.id, relay, on, forMs);
		await this.view.until(() => this.relay(relay).reported === on && this.relay(relay).wanted === null);
	}

	/** Whether the newest that was told of an input since the `from`th event is this. */
	inputTold(input: number, on: boolean, from = 0): boolean {
		const told = this.view.events
			.slice(from)
			.flatMap((event) => (event.type === 'input' && event.input.id === input ? [event.input.on] : []));
		return told.at(-1) === on;
	}

	/** The board's log as the hub keeps it. */
	async log(): Promise<string[]> {
		const { lines } = await this.browser.call<{ lines: LogLine[] }>('GET', `/devices/${this.id}/log`);
		return lines.map(({ text }) => text);
	}
}
