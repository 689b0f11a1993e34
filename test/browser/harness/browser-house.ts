import type { Browser, BrowserContext, Page } from 'playwright-core';
import { findBoard } from '../../../hub/boards/catalogue.ts';
import type { VirtualBoard } from '../../../hub/virtual-board/board.ts';
import type { BrowserSession, LiveView } from '../../harness/browser-session.ts';
import { TestHub } from '../../harness/hub.ts';
import { openPage, sharedBrowser } from './chromium.ts';

/** A real hub with virtual boards, its owner signed in, and dashboards of theirs in Chromium. */
export class BrowserHouse {
	readonly hub: TestHub;
	/** what the browsers' consoles had to complain of */
	readonly complaints: string[] = [];
	owner!: BrowserSession;
	view!: LiveView;
	#browser: Browser | undefined;
	#contexts: BrowserContext[] = [];
	#windows: boolean;

	/** with `windows`: in the whole browser, which also knows installed apps */
	constructor(hub = new TestHub(), { windows = false } = {}) {
		this.hub = hub;
		this.#windows = windows;
	}

	async start(): Promise<void> {
		await this.hub.start();
		this.owner = await this.hub.owner();
		this.view = await this.owner.open();
		this.#browser = await sharedBrowser({ windows: this.#windows });
	}

	async remove(): Promise<void> {
		this.view?.close();
		await Promise.all(this.#contexts.map((context) => context.close()));
		await this.hub.remove();
	}

	/** A device with relays of these names, its board online: one of the catalogue, played here. */
	async add(name: string, relays: string[], board = 'virtual'): Promise<{ id: string; board: VirtualBoard }> {
		const { relayPins, wifi } = findBoard(board)!;
		const plan = relays.map((name, index) => ({ id: index + 1, name, gpio: relayPins[index]!, activeLow: false }));
		const network = wifi ? { wifi: { ssid: 'home', password: 'long enough' } } : {};
		const pending = await this.owner.addVirtualBoard({ name, board, relays: plan, sensors: [], ...network });
		const played = this.hub.board(await this.owner.configFile(pending.id));
		await this.view.until(
			() =>
				this.view.device(name)?.presence.state === 'online' &&
				this.view.device(name)?.relays.every(({ reported }) => reported !== null),
		);
		return { id: this.view.device(name)!.id, board: played };
	}

	/** A dashboard of somebody who is signed in, or of nobody: a browser of its own. */
	async open(
		path: string,
		session: BrowserSession | null = this.owner,
		options: Parameters<typeof openPage>[2] = {},
	): Promise<Page> {
		const { page, context } = await openPage(this.#browser!, this.hub.origin, { reducedMotion: 'reduce', ...options });
		this.#contexts.push(context);
		const [name, value] = session?.cookie.split('=') ?? [];
		if (name && value) await context.addCookies([{ name, value, url: this.hub.origin }]);
		page.on('pageerror', (error) => this.complaints.push(String(error)));
		page.on('console', (message) => {
			if (message.type() === 'error' && !/ERR_CONNECTION|WebSocket|net::/.test(message.text()))
				this.complaints.push(message.text());
		});
		await page.goto(path);
		return page;
	}
}
