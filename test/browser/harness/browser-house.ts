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
	/** pages whose session has ended */
	#ended = new WeakSet<Page>();

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

	/** The page's session ends while it is open; resolves once the page is at the sign-in. */
	async endSession(page: Page): Promise<void> {
		this.#ended.add(page);
		await page.context().clearCookies();
		await this.hub.stop();
		await this.hub.start();
		await page.getByRole('heading', { name: 'Sign in' }).waitFor();
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
			const text = message.text();
			if (message.type() !== 'error' || /ERR_CONNECTION|WebSocket|net::/.test(text)) return;
			// It asks until it has reached the sign-in, and may be told of a refusal after that.
			if (!this.#ended.has(page) || !text.includes('status of 401')) this.complaints.push(text);
		});
		await page.goto(path);
		return page;
	}
}
