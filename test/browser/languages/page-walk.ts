import type { Page, Request } from 'playwright-core';
import { vi } from 'vitest';

export const NARROW = { width: 360, height: 740 };
const LOOK_EVERY_MS = 50;
const SETTLES_MS = 10_000;

/** Goes through the dashboard as its own links do, without a new start on every page. */
export class PageWalk {
	readonly page: Page;
	/** what was asked for and has no answer yet */
	readonly #open = new Set<Request>();

	constructor(page: Page) {
		this.page = page;
		page.on('request', (request) => void (request.url().includes('/socket.io/') || this.#open.add(request)));
		const answered = (request: Request) => void this.#open.delete(request);
		page.on('requestfinished', answered);
		page.on('requestfailed', answered);
	}

	async to(path: string): Promise<void> {
		await this.page.evaluate((href) => {
			const link = Object.assign(document.createElement('a'), { href });
			document.querySelector('main')!.append(link);
			link.click();
			link.remove();
		}, path);
		await this.page.waitForURL((url) => url.pathname === path.split('#')[0]);
		await this.settled();
	}

	/** Until nothing is asked for any more, and the page says the same twice. */
	async settled(): Promise<void> {
		let before = '';
		const still = async () => {
			const now = await this.page.evaluate(() => document.body.innerText.replaceAll(/\d/g, ''));
			const same = this.#open.size === 0 && now !== '' && now === before;
			before = now;
			if (!same) throw new Error(`${this.page.url()} does not settle: ${this.#open.size} requests are open`);
		};
		await vi.waitFor(still, { interval: LOOK_EVERY_MS, timeout: SETTLES_MS });
	}

	/** Opens what the page has folded up. */
	async unfold(): Promise<void> {
		await this.page.evaluate(() => {
			const folds = 'main summary, main button[aria-expanded="false"]:not([aria-haspopup])';
			for (const fold of document.querySelectorAll<HTMLElement>(folds))
				if (!fold.closest('details[open]')) fold.click();
		});
		await this.settled();
	}
}
