import { afterAll, beforeAll, expect, it } from 'vitest';
import { BrowserHouse } from '../harness/browser-house.ts';
import { DESK, PHONE } from '../harness/chromium.ts';

const house = new BrowserHouse();
beforeAll(async () => {
	await house.start();
	await house.add('Kitchen', ['Lights']);
});
afterAll(() => house.remove());

/** A page whose scripts do not arrive until `release` is called. */
async function held(path: string, viewport: { width: number; height: number }) {
	const page = await house.open('about:blank', house.owner, { viewport });
	let release!: () => void;
	const released = new Promise<void>((resolve) => (release = resolve));
	await page.route('**/_app/**/*.js', async (route) => {
		await released;
		await route.continue();
	});
	await page.goto(path, { waitUntil: 'commit' });
	return { page, release };
}

it.each([
	['phone', PHONE],
	['desk', DESK],
])('on a %s the bar and the mark are there before any script, where the page then has them', async (_, viewport) => {
	const { page, release } = await held('/', viewport);
	const bar = page.locator('.boot');
	await bar.waitFor();
	const [before, mark] = [await bar.boundingBox(), await bar.locator('svg').boundingBox()];
	release();
	await page.getByRole('switch', { name: /^Lights/ }).waitFor();
	expect(await bar.count()).toBe(0);
	const top = page.locator('header.top');
	expect(await top.locator('.brand > svg').boundingBox()).toEqual(mark);
	expect(await top.boundingBox()).toMatchObject({ x: before!.x, y: before!.y, width: before!.width });
});

it.each(['/signin', '/wall'])('%s, which has no bar, shows none', async (path) => {
	const { page, release } = await held(path, PHONE);
	await page.locator('.boot').waitFor({ state: 'attached' });
	await expect.poll(() => page.evaluate(() => document.styleSheets.length)).toBeGreaterThan(0);
	expect(await page.locator('.boot').isVisible()).toBe(false);
	release();
	await page.locator('.boot').waitFor({ state: 'detached' });
});
