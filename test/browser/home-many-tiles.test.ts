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
