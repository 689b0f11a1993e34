import { afterAll, beforeAll, expect, it } from 'vitest';
import { BrowserHouse } from './harness/browser-house.ts';
import { DESK } from './harness/chromium.ts';

const DEVICES = 30;
const RELAYS = 2;
/** Every relay is switched so many times, and ends off. */
const TIMES = 10;
/** Of one change: a tile's picture and word, its room's heading, what is on in the house. */
const LAYOUTS_A_FRAME = 3;

const house = new BrowserHouse();
const devices: string[] = [];

beforeAll(async () => {
	await house.start();
	for (let n = 1; n <= DEVICES; n++) {
		const { id } = await house.add(`Board ${n}`, [`Lamp ${n}`, `Fan ${n}`]);
		await house.owner.call('PATCH', `/devices/${id}`, { room: `Room ${Math.ceil(n / 5)}` });
		devices.push(id);
	}
}, 120_000);
afterAll(() => house.remove());

it('a wall of 60 tiles shows what 600 changes led to, and is computed once a frame and not once a change', async () => {
	const page = await house.open('/wall', house.owner, { viewport: DESK, hasTouch: true });
	const tiles = page.getByRole('switch', { disabled: false });
	const on = page.getByRole('switch', { checked: true });
	await expect.poll(() => tiles.count()).toBe(DEVICES * RELAYS);
	const client = await page.context().newCDPSession(page);
	await client.send('Performance.enable');
	const layouts = async () =>
		(await client.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'LayoutCount')!.value;
	await page.evaluate(() => {
		const counted = window as unknown as { frames: number };
		counted.frames = 0;
		const next = () => {
			counted.frames++;
			requestAnimationFrame(next);
		};
		next();
	});

	const before = await layouts();
	for (let n = 1; n <= TIMES; n++)
		await Promise.all(
			devices.flatMap((device) =>
				Array.from({ length: RELAYS }, (_, r) => house.view.setRelay(device, r + 1, n % 2 === 1)),
			),
		);
	await expect.poll(() => on.count()).toBe(0);
	const laidOut = (await layouts()) - before;
	const frames = await page.evaluate(() => (window as unknown as { frames: number }).frames);
	console.info(`wall: ${DEVICES * RELAYS * TIMES} changes, ${laidOut} layouts, ${frames} frames`);
	expect(laidOut).toBeLessThanOrEqual(frames * LAYOUTS_A_FRAME);
	expect(laidOut).toBeLessThan((DEVICES * RELAYS * TIMES) / 2);

	await house.view.setRelay(devices[7]!, 2, true);
	await expect.poll(() => on.count()).toBe(1);
	await expect.poll(() => page.getByRole('switch', { name: /^Fan 8\b/, checked: true }).count()).toBe(1);
	expect(house.complaints.splice(0)).toEqual([]);
}, 60_000);
