import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { BrowserHouse } from './harness/browser-house.ts';
import { DESK } from './harness/chromium.ts';

const house = new BrowserHouse();
const NAMES = ['Pump', 'Lamp', 'Fan', 'Heater', 'Valve', 'Light', 'Boiler', 'Gate'];
const DEVICES = 8;
let page: Page;

beforeAll(async () => {
	await house.start();
	for (let i = 1; i <= DEVICES; i++) await house.add(`Board ${i}`, NAMES);
});
beforeEach(async () => {
	page = await house.open('/', house.owner, { reducedMotion: 'no-preference' });
	await page
		.locator('.tile')
		.nth(DEVICES * NAMES.length - 1)
		.waitFor({ state: 'attached' });
});
afterAll(() => house.remove());

const fadesFor = () =>
	page
		.locator('.tile')
		.first()
		.evaluate((tile) => getComputedStyle(tile).transitionDuration.split(',')[0]);

it('tiles fade when one is switched, not while hundreds are switched, and again after it', async () => {
	expect(await fadesFor()).toBe('0.18s');
	let on = false;
	const timer = setInterval(() => {
		on = !on;
		for (const { id } of house.view.devices.values())
			for (let relay = 1; relay <= 4; relay++)
				house.view.socket.emit('set-relay', { device: id, relay, on }, () => undefined);
	}, 50);
	await expect
		.poll(fadesFor)
		.toBe('0s')
		.finally(() => clearInterval(timer));
	await expect.poll(fadesFor).toBe('0.18s');
});

it('tiles beyond the screen are not painted; they are at the height that they have when they come', async () => {
	const shown = () =>
		page.evaluate(() =>
			[...document.querySelectorAll('.tile')].map((tile) => tile.checkVisibility({ contentVisibilityAuto: true })),
		);
	const heightOfRooms = () => page.locator('.rooms').evaluate((rooms) => rooms.getBoundingClientRect().height);
	const height = await heightOfRooms();
	await expect.poll(async () => (await shown()).at(-1)).toBe(false);
	expect((await shown())[0]).toBe(true);
	await page.getByRole('switch').last().scrollIntoViewIfNeeded();
	await expect.poll(async () => (await shown()).at(-1)).toBe(true);
	expect(await heightOfRooms()).toBe(height);
});

it('the round button at a tile’s corner is whole and can be hit where it stands over the edge', async () => {
	await page.setViewportSize(DESK);
	const tile = page.locator('.tile').nth(8);
	await tile.hover();
	const { x, y, width } = (await tile.boundingBox())!;
	await page.mouse.click(x + width + 4, y - 4);
	await page.getByRole('dialog').waitFor();
});

it('the ring of that button is whole under the keyboard, also beside the next tile', async () => {
	const tile = page.locator('.tile').first();
	await tile.getByRole('switch').focus();
	await expect.poll(() => page.getByRole('switch').nth(1).getAttribute('tabindex')).toBe('-1'); // the keys are loaded
	const more = (await tile.locator('.tile__more').boundingBox())!;
	// below the next tile's round corner
	const beside = { x: more.x + more.width, y: more.y + more.height - 14, width: 5, height: 10 };
	const above = { x: more.x + 12, y: more.y - 5, width: more.width - 24, height: 5 };
	const seen = async (clip: typeof beside) => (await page.screenshot({ clip })).toString('base64');
	const without = [await seen(beside), await seen(above)];
	await page.keyboard.press('ArrowRight');
	await expect.poll(() => seen(above)).not.toBe(without[1]);
	expect(await seen(beside)).not.toBe(without[0]);
});

it('a browser that would cut what stands over a tile’s edge paints all tiles', async () => {
	const place = page.locator('.tile').first().locator('xpath=ancestor::li');
	const conditions = await place.evaluate((li) => {
		const found: string[] = [];
		const look = (rules: CSSRuleList, condition: string) => {
			for (const rule of rules)
				if (rule instanceof CSSSupportsRule) look(rule.cssRules, rule.conditionText);
				else if (rule instanceof CSSStyleRule && li.matches(rule.selectorText))
					if (rule.style.getPropertyValue('content-visibility') === 'auto') found.push(condition);
		};
		for (const sheet of document.styleSheets) look(sheet.cssRules, '');
		return found;
	});
	expect(conditions).toEqual([expect.stringContaining('overflow-clip-margin')]);
});

it('arrow keys lead through all rows, also those beyond the screen, and the page follows', async () => {
	const switches = page.getByRole('switch');
	await switches.first().focus();
	await expect.poll(() => switches.nth(1).getAttribute('tabindex')).toBe('-1'); // the keys are loaded
	const rows = (DEVICES * NAMES.length) / 2;
	for (let row = 1; row < rows; row++) {
		await page.keyboard.press('ArrowDown');
		expect(await switches.nth(2 * row).evaluate((one) => one === document.activeElement)).toBe(true);
	}
	const { y, height } = (await switches.nth(2 * (rows - 1)).boundingBox())!;
	expect(y + height).toBeLessThan(page.viewportSize()!.height);
});
