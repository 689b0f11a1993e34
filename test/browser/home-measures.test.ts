import { afterAll, beforeAll, expect, it } from 'vitest';
import { BrowserHouse } from './harness/browser-house.ts';
import { DESK, PHONE } from './harness/chromium.ts';

/** A large house, measured: what fits the first screen of a phone, and how long the page is. */
const ROOMS = ['Kitchen', 'Living room', 'Bathroom', 'Bedroom', 'Cellar', 'Garden', 'Garage', 'Attic'];
const DEVICES = 30;
const DOCK_PX = 56;
const NARROW = { width: 320, height: 640 };

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
	const boxes = await page
		.locator('.tile')
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
