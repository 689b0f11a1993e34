import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { violations } from '../harness/axe.ts';
import { BrowserHouse } from '../harness/browser-house.ts';
import { DESK, PHONE } from '../harness/chromium.ts';

const DEVICES = 30;
const NARROW = { width: 320, height: 640 };
const SIDEWAYS = { width: 844, height: 390 };
const DOCK_PX = 56;
/** the smallest that a finger hits */
const TOUCH_PX = 44;
/** of a card with two relays on a phone */
const CARD_PX = 245;
/** of a row with two relays on a desk: a name of two lines and its status */
const ROW_PX = 90;
const COUNTDOWN_MS = 20 * 60_000;
const LONG = 'Gewächshaus-Bewässerungssteuerung Südost';
const EIGHT = ['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight'];

/** Chromium counts a text that appears where nothing was; one line that moved by its height would be 0.002 and more. */
const UNSEEN = 0.0002;

describe('30 devices', () => {
	const house = new BrowserHouse();
	const boards = new Map<string, Awaited<ReturnType<BrowserHouse['add']>>>();

	beforeAll(async () => {
		await house.start();
		for (let n = 1; n <= DEVICES; n++) {
			const name = n === 3 ? LONG : `Device ${n}`;
			boards.set(name, await house.add(name, n === 4 ? EIGHT : ['Ceiling light', 'Fan']));
		}
		// New devices stand by their names, until they are arranged.
		await house.owner.call('PUT', '/devices/order', { ids: [...boards.values()].map(({ id }) => id) });
		await house.owner.addVirtualBoard({ name: 'Waiting' });
	});
	afterAll(() => house.remove());
	afterEach(() => expect(house.complaints.splice(0)).toEqual([]));

	const card = (page: Page, name: string) => page.getByRole('article', { name, exact: true });
	const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
	const boxes = (page: Page, selector: string) =>
		page
			.locator(selector)
			.evaluateAll((elements) => elements.map((element) => element.getBoundingClientRect().toJSON() as DOMRect));

	async function open(viewport: { width: number; height: number }, colorScheme: 'light' | 'dark' = 'light') {
		const page = await house.open('/devices', house.owner, { viewport, colorScheme });
		await card(page, 'Device 1').getByRole('switch', { disabled: false }).first().waitFor();
		await page.getByRole('heading', { name: 'Pending devices' }).waitFor();
		return page;
	}

	it('on a phone two whole cards and more stand above the dock, each with all that it says', async () => {
		const page = await open(PHONE);
		const cards = await boxes(page, 'article.device:nth-child(-n + 3)');
		for (const { height } of cards) expect(height).toBeLessThanOrEqual(CARD_PX);
		expect(cards.filter(({ bottom }) => bottom <= PHONE.height - DOCK_PX).length).toBeGreaterThanOrEqual(2);
		const first = card(page, 'Device 1');
		expect(await first.innerText()).toMatch(/since \d\d:\d\d/);
		for (const text of ['Secure v2', 'Last seen just now']) await first.getByText(text, { exact: true }).waitFor();
		const switches = await boxes(page, 'article.device:first-child [role=switch]');
		expect(switches.map(({ height }) => height)).toEqual([TOUCH_PX, TOUCH_PX]);
		for (const part of [first.getByRole('link', { name: 'Details' }), first.getByRole('button', { name: 'Delete' })])
			expect((await part.boundingBox())!.height).toBeGreaterThanOrEqual(TOUCH_PX);
		const arrange = await page.getByRole('button', { name: 'Arrange' }).boundingBox();
		for (const size of [arrange!.width, arrange!.height]) expect(size).toBeGreaterThanOrEqual(TOUCH_PX);
		expect(await overflow(page)).toBeLessThanOrEqual(0);
		await page.context().close();
	});

	it('ONLINE is a dot, and a small word beside the time since when; a long name takes two lines and is whole for them', async () => {
		const page = await open(PHONE);
		const status = card(page, 'Device 1').locator('.status');
		expect(await status.innerText()).toMatch(/^online\s+since \d\d:\d\d$/);
		const link = card(page, LONG).getByRole('link', { name: LONG, exact: true });
		const lines = await link.evaluate(
			(element) => element.getBoundingClientRect().height / parseFloat(getComputedStyle(element).lineHeight),
		);
		expect(Math.round(lines)).toBe(2);
		await page.context().close();
	});

	it.each([
		['a narrow phone', NARROW],
		['a phone held sideways', SIDEWAYS],
		['a desk', DESK],
	])('nothing is wider than %s, and axe finds nothing in the dark', async (_, viewport) => {
		const page = await open(viewport, 'dark');
		expect(await overflow(page)).toBeLessThanOrEqual(0);
		for (const { right } of await boxes(page, 'article.device:nth-child(-n + 4) :is([role=switch], .btn, .meta)'))
			expect(right).toBeLessThanOrEqual(viewport.width);
		expect(await violations(page)).toEqual([]);
		await page.context().close();
	});

	it('on a desk the devices are rows whose columns stand below each other, with eight relays as well', async () => {
		const page = await open(DESK);
		const rows = await boxes(page, 'article.device:nth-child(-n + 6)');
		expect(new Set(rows.map(({ left, width }) => `${left} ${width}`)).size).toBe(1);
		for (const [at, { height }] of rows.entries()) if (at !== 3) expect(height).toBeLessThanOrEqual(ROW_PX);
		for (const column of ['h2', '.relays', '.meta', '.btn--caps:not(.del)']) {
			const lefts = (await boxes(page, `article.device:nth-child(-n + 6) ${column}`)).map(({ left }) => left);
			expect([lefts.length, new Set(lefts.map(Math.round)).size], column).toEqual([6, 1]);
		}
		const eight = await boxes(page, 'article.device:nth-child(4) [role=switch]');
		expect([eight.length, new Set(eight.map(({ width }) => Math.round(width))).size]).toEqual([EIGHT.length, 1]);
		await page.context().close();
	});

	it.each([
		['a phone', PHONE],
		['a desk', DESK],
	])('on %s nothing moves while relays switch, a countdown runs and a device goes away', async (_, viewport) => {
		const page = await open(viewport);
		await page.evaluate(() => {
			const told = { shifted: 0 };
			Object.assign(window, { told });
			new PerformanceObserver((list) => {
				for (const entry of list.getEntries()) told.shifted += (entry as PerformanceEntry & { value: number }).value;
			}).observe({ type: 'layout-shift' });
		});
		/** The layout’s shifts so far, once two more frames are drawn. */
		const shifted = () =>
			page.evaluate(async () => {
				for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
				return (window as unknown as { told: { shifted: number } }).told.shifted;
			});
		const first = card(page, 'Device 1');
		const { id, board } = boards.get('Device 1')!;
		await house.owner.call('PUT', `/devices/${id}/relays/1`, { on: true, forMs: COUNTDOWN_MS });
		await first.getByText(/^19:5\d left$/).waitFor();
		await house.owner.call('PUT', `/devices/${id}/relays/2`, { on: true });
		await expect.poll(() => first.getByRole('switch').nth(1).textContent()).toMatch(/On · anna, \d\d:\d\d/);
		board.cut();
		await first.getByText('AWAY', { exact: true }).waitFor();
		await page.getByRole('button', { name: 'Away 1' }).waitFor();
		expect(await shifted()).toBeLessThan(UNSEEN);
		board.start();
		await first.getByRole('switch', { disabled: false }).first().waitFor();
		for (const relay of [1, 2]) await house.owner.call('PUT', `/devices/${id}/relays/${relay}`, { on: false });
		await expect.poll(() => first.locator('[data-state=off]').count()).toBe(2);
		expect(await shifted()).toBeLessThan(UNSEEN);
		await page.context().close();
	});

	it('on a desk in German no word of a row lies on another, and its facts and buttons stand side by side', async () => {
		const page = await house.open('/devices', house.owner, { viewport: DESK, locale: 'de-DE' });
		const row = card(page, 'Device 1');
		const details = row.getByRole('link', { name: 'Details' });
		await details.waitFor();
		const seen = row.getByText(/^Zuletzt gesehen/);
		const right = await seen.evaluate((node) => {
			const text = document.createRange();
			text.selectNodeContents(node);
			return text.getBoundingClientRect().right;
		});
		const [one, other] = [
			await details.boundingBox(),
			await row.getByRole('button', { name: 'Löschen' }).boundingBox(),
		];
		expect(right).toBeLessThanOrEqual(one!.x);
		expect(other!.y).toBe(one!.y);
		// where the last fact needs two lines, the one beside it still stands on the first of them
		const secure = await row.locator('li', { hasText: 'Secure v2' }).boundingBox();
		expect(secure!.y).toBe((await seen.boundingBox())!.y);
		await page.context().close();
	});

	it('a filter shows only where it can match something; the search is an icon until it is used', async () => {
		const page = await open(PHONE);
		const filters = page.getByRole('group', { name: 'Show' }).getByRole('button');
		expect(await filters.allInnerTexts()).toEqual([`All ${DEVICES}`]);
		expect(await page.getByRole('searchbox').count()).toBe(0);
		const search = page.getByRole('button', { name: 'Search', exact: true });
		await search.click();
		await page.getByRole('searchbox').fill(LONG);
		await expect.poll(() => page.locator('article.device').count()).toBe(1);
		await page.keyboard.press('Escape');
		await page.getByRole('searchbox').waitFor({ state: 'detached' });
		expect(await search.evaluate((element) => element === document.activeElement)).toBe(true);
		await expect.poll(() => page.locator('article.device').count()).toBe(DEVICES);
		await page.context().close();
	});
});
