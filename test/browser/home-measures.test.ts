import { afterAll, beforeAll, expect, it } from 'vitest';
import { BrowserHouse } from './harness/browser-house.ts';
import { DESK, PHONE } from './harness/chromium.ts';

/** A large house, measured: what fits the first screen of a phone, and how long the page is. */
const ROOMS = ['Kitchen', 'Living room', 'Bathroom', 'Bedroom', 'Cellar', 'Garden', 'Garage', 'Attic'];
const DEVICES = 30;
const DOCK_PX = 56;
const NARROW = { width: 320, height: 640 };

/** A shift that nobody sees: layout shift as browsers count it; 0.1 is called good. */
const LEAST_SHIFT = 0.0001;
const house = new BrowserHouse();

beforeAll(async () => {
	await house.start();
	for (let n = 0; n < DEVICES; n++) {
		const { id } = await house.add(`Device ${n}`, ['Ceiling light', 'Fan']);
		await house.owner.call('PATCH', `/devices/${id}`, { room: ROOMS[n % ROOMS.length] });
	}
	// Something needs a person, which takes the height of a row.
	await house.owner.addVirtualBoard({ name: 'Waiting' });
});
afterAll(() => house.remove());

async function measure(viewport: { width: number; height: number }) {
	const page = await house.open('/', house.owner, { viewport });
	await page.getByRole('navigation', { name: 'Needs you' }).waitFor();
	await page
		.getByRole('switch')
		.nth(2 * DEVICES - 1)
		.waitFor();
	// The places of tiles: a tile beyond the screen is not laid out.
	const boxes = await page
		.locator('.tiles > li')
		.evaluateAll((tiles) => tiles.map((tile) => tile.getBoundingClientRect().toJSON() as DOMRect));
	const { scrollHeight, scrollWidth } = await page.evaluate(() => {
		const { scrollHeight, scrollWidth } = document.documentElement;
		return { scrollHeight, scrollWidth };
	});
	await page.close();
	const isWhole = ({ bottom }: DOMRect) => bottom <= viewport.height - (viewport.width < DESK.width ? DOCK_PX : 0);
	return {
		tiles: boxes.length,
		whole: boxes.filter(isWhole).length,
		first: boxes[0]!.top,
		heights: [...new Set(boxes.map(({ height }) => Math.round(height)))],
		columns: new Set(boxes.map(({ left }) => Math.round(left))).size,
		screens: scrollHeight / viewport.height,
		overflows: scrollWidth > viewport.width,
	};
}

it('30 devices in 8 rooms: 14 tiles and more on the first screen of a phone, 4 screens at most', async () => {
	const { tiles, whole, first, heights, columns, screens, overflows } = await measure(PHONE);
	expect(tiles).toBe(2 * DEVICES);
	expect(whole).toBeGreaterThanOrEqual(14);
	expect(first).toBeLessThanOrEqual(200);
	expect(screens).toBeLessThanOrEqual(4);
	expect([heights, columns, overflows]).toEqual([[64], 2, false]);
});

it('two columns from 320 px, six on a desk', async () => {
	expect(await measure(NARROW)).toMatchObject({ columns: 2, heights: [64], overflows: false });
	const desk = await measure(DESK);
	expect(desk).toMatchObject({ columns: 6, heights: [64], overflows: false });
	expect(desk.whole).toBeGreaterThanOrEqual(36);
});

it('on a phone a strip of the rooms appears once the first one is passed; taps and swipes go from room to room', async () => {
	const page = await house.open('/', house.owner, { viewport: PHONE, hasTouch: true });
	await page
		.getByRole('switch')
		.nth(2 * DEVICES - 1)
		.waitFor();
	const strip = page.getByRole('navigation', { name: 'Rooms', includeHidden: true });
	await strip.waitFor({ state: 'attached' });
	expect(await strip.isVisible()).toBe(false);
	/** The room whose heading stands below the strip. */
	const current = () => strip.locator('[aria-current]').allTextContents();
	const client = await page.context().newCDPSession(page);
	const swipe = async (fromX: number, toX: number) => {
		const point = (x: number) => [{ x, y: 500 }];
		await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: point(fromX) });
		await client.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: point((fromX + toX) / 2) });
		await client.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: point(toX) });
		await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
	};
	const before = house.view.device('Device 0')!.relays.map(({ reported }) => reported);
	await swipe(320, 80);
	await expect.poll(current).toEqual(['Kitchen']);
	await swipe(320, 80);
	await expect.poll(current).toEqual(['Living room']);
	await swipe(80, 320);
	await expect.poll(current).toEqual(['Kitchen']);
	await strip.getByRole('button', { name: 'Garden' }).tap();
	await expect.poll(current).toEqual(['Garden']);
	const heading = (await page.getByRole('heading', { name: 'Garden' }).boundingBox())!;
	const bar = (await strip.boundingBox())!;
	expect(heading.y).toBeGreaterThanOrEqual(bar.y + bar.height - 8);
	expect(heading.y).toBeLessThan(bar.y + bar.height + 16);
	await swipe(80, 320);
	await swipe(80, 320);
	// Nothing was switched by it.
	expect(house.view.device('Device 0')!.relays.map(({ reported }) => reported)).toEqual(before);
	await page.close();
});

it.each([
	['/', 'phone', PHONE],
	['/', 'desk', DESK],
	['/devices', 'phone', PHONE],
	['/devices', 'desk', DESK],
])('nothing moves while %s comes, on a %s', async (path, _, viewport) => {
	const page = await house.open(path, house.owner, { viewport });
	await page.getByRole('switch', { disabled: false }).first().waitFor();
	if (path === '/') await page.getByRole('navigation', { name: 'Needs you' }).waitFor();
	const moved = await page.evaluate(
		() =>
			new Promise<number>((done) => {
				let sum = 0;
				new PerformanceObserver((list) => {
					for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value;
				}).observe({ type: 'layout-shift', buffered: true });
				// Two frames later all is painted, and the buffered entries have come.
				requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(sum))));
			}),
	);
	await page.close();
	expect(moved).toBeLessThan(LEAST_SHIFT);
});
