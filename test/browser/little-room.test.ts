import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BrowserHouse } from './harness/browser-house.ts';

const SIDEWAYS = { width: 844, height: 390 };
const TABLET = { width: 800, height: 600 };
const NARROW = { width: 320, height: 640 };
/** Of two boxes that touch, one may end this much behind the other’s beginning. */
const SUBPIXEL = 0.5;
const LONG_ROOM = 'The roof over the workshop in the yard';
const NAMES = ['Kitchen', 'Boiler room', 'Garden pump', 'Living room', 'Garage', 'Attic'];
/** what a browser's own setting of 200 % makes of a text's 16 px */
const LARGE_TEXT_PX = 32;

/** Phones held sideways, narrow ones, and people who need large text. */
describe('where there is little room', () => {
	const house = new BrowserHouse();
	let kitchen: string;

	beforeAll(async () => {
		await house.start();
		for (const name of NAMES) {
			const { id } = await house.add(name, ['Pump', 'Valve']);
			kitchen ??= id;
			await house.owner.call('PATCH', `/devices/${id}`, { room: name === 'Attic' ? LONG_ROOM : 'Ground floor' });
		}
		await house.owner.addVirtualBoard({ name: 'New pump' });
	});
	afterAll(() => house.remove());

	async function largeText(path: string, viewport = { width: 390, height: 844 }): Promise<Page> {
		const page = await house.open('about:blank', undefined, { viewport });
		const cdp = await page.context().newCDPSession(page);
		await cdp.send('Page.setFontSizes', { fontSizes: { standard: LARGE_TEXT_PX } });
		await page.goto(path);
		return page;
	}
	const box = async (what: Locator) => (await what.boundingBox())!;
	const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
	/** What lies on top in the middle of it, by the address it leads to. */
	const topmost = (link: Locator) =>
		link.evaluate((element) => {
			const { left, top, width, height } = element.getBoundingClientRect();
			return document.elementFromPoint(left + width / 2, top + height / 2)?.closest('a') === element;
		});

	it.each(['/', '/devices'])('at 200 %% text every part of the dock of %s is there to be pressed', async (path) => {
		const page = await largeText(path);
		await page.getByRole('switch').first().waitFor();
		const links = page.getByRole('navigation', { name: 'Main' }).getByRole('link');
		await expect.poll(() => links.count()).toBe(5);
		for (const link of await links.all()) expect(await topmost(link)).toBe(true);
		const boxes = await Promise.all((await links.all()).map(box));
		for (const [at, { x, width }] of boxes.slice(0, -1).entries())
			expect(x + width).toBeLessThanOrEqual(boxes[at + 1]!.x + SUBPIXEL);
		expect(await overflow(page)).toBeLessThanOrEqual(0);
		await page.context().close();
	});

	it('a phone held sideways shows a device: its name, its state and its first switch', async () => {
		const page = await house.open('/devices', undefined, { viewport: SIDEWAYS });
		await page.getByRole('article', { name: 'Kitchen' }).getByText('ONLINE', { exact: true }).waitFor();
		const relay = await box(page.getByRole('article', { name: 'Kitchen' }).getByRole('switch').first());
		expect(relay.y + relay.height).toBeLessThanOrEqual(SIDEWAYS.height);
		const dock = await box(page.getByRole('navigation', { name: 'Main' }));
		expect([dock.x, dock.height]).toEqual([0, SIDEWAYS.height]);
		expect(relay.x).toBeGreaterThanOrEqual(dock.width);
		expect(await overflow(page)).toBeLessThanOrEqual(0);
		await page.context().close();
	});

	it('a phone held sideways shows the first room of Home: its heading, and switches beside the dock', async () => {
		const page = await house.open('/', undefined, { viewport: SIDEWAYS });
		await page.getByRole('region', { name: 'Ground floor' }).getByRole('switch', { disabled: false }).first().waitFor();
		const relay = await box(page.getByRole('switch').first());
		expect(relay.y + relay.height).toBeLessThanOrEqual(SIDEWAYS.height);
		const dock = await box(page.getByRole('navigation', { name: 'Main' }));
		expect(relay.x).toBeGreaterThanOrEqual(dock.x + dock.width);
		expect(await overflow(page)).toBeLessThanOrEqual(0);
		await page.context().close();
	});

	it.each([
		['Devices', '/devices', '1 pending'],
		['Home', '/', /to be set up$/],
	])('what is pending on %s leads to the pending devices, whose heading is under no bar', async (_, path, name) => {
		const page = await house.open(path, undefined, { viewport: { width: 390, height: 500 } });
		await page.getByRole('link', { name }).click();
		const heading = page.getByRole('heading', { name: 'Pending devices' });
		const free = () =>
			heading.evaluate((element) => {
				const { left, top } = element.getBoundingClientRect();
				return document.elementFromPoint(left + 4, top + 2) === element;
			});
		await expect.poll(free).toBe(true);
		await page.context().close();
	});

	it.each([
		['on a phone', { width: 390, height: 844 }],
		['on a narrow phone', NARROW],
		['on a phone held sideways', SIDEWAYS],
		['on a small tablet held sideways', TABLET],
	])('%s there is one bar at the foot while something is not saved, and saving moves nothing', async (_, viewport) => {
		const page = await house.open(`/devices/${kitchen}`, undefined, { viewport });
		await page.getByRole('button', { name: 'configure Valve' }).click();
		const name = page.locator('#relays-2-name');
		await name.fill(`Valve ${viewport.width}`);
		const bar = page.getByRole('region', { name: 'Unsaved changes' });
		const at = await box(bar);
		expect(at.y + at.height).toBe(viewport.height);
		const dock = page.getByRole('navigation', { name: 'Main' });
		if (viewport === SIDEWAYS) expect((await box(dock)).width).toBeLessThanOrEqual(at.x);
		else expect(await dock.isVisible()).toBe(false);
		const before = await box(name);
		await bar.getByRole('button', { name: 'Save', exact: true }).click();
		const toast = page.locator('.toast').filter({ hasText: 'Saved: ' });
		await toast.waitFor();
		await bar.waitFor({ state: 'detached' });
		expect(Math.abs((await box(name)).y - before.y)).toBeLessThanOrEqual(1);
		expect(await name.evaluate((field) => field === document.activeElement)).toBe(true);
		// The next thing typed: the toast stands over the bar, and neither covers the other.
		await name.fill('Valve');
		const [over, under] = [await box(toast), await box(bar)];
		expect(over.y + over.height).toBeLessThanOrEqual(under.y);
		await bar.getByRole('button', { name: 'Save', exact: true }).click();
		await bar.waitFor({ state: 'detached' });
		await page.context().close();
	});

	it.each([
		['a phone', { width: 390, height: 844 }],
		['a small tablet held sideways', TABLET],
	])('on %s what saves a scene takes the place of the dock', async (_, viewport) => {
		const page = await house.open('/scenes/new', undefined, { viewport });
		await page.getByLabel('Pump').first().waitFor();
		const foot = async () => {
			const bar = await box(page.locator('.scene-form > .btns'));
			return bar.y + bar.height;
		};
		await expect.poll(foot).toBe(viewport.height);
		expect(await page.getByRole('navigation', { name: 'Main' }).isVisible()).toBe(false);
		await page.context().close();
	});

	it.each([
		['at 390 px', { width: 390, height: 844 }],
		['at 320 px', NARROW],
		['sideways', SIDEWAYS],
		['on a desk', { width: 1280, height: 800 }],
	])('a relay’s form %s: Pin is as high as any field, and its dead time is readable', async (_, viewport) => {
		const page = await house.open(`/devices/${kitchen}`, undefined, { viewport });
		await page.getByRole('button', { name: 'configure Pump' }).click();
		await page.getByLabel('Interlock').selectOption({ label: 'Group 1' });
		const height = async (label: string) => (await box(page.getByLabel(label, { exact: true }))).height;
		expect(await height('Pin')).toBe(await height('Mode'));
		const dead = page.getByLabel('Dead time', { exact: true });
		await dead.fill('12.5');
		await page.getByLabel('Dead time, unit').selectOption('s');
		const cut = await dead.evaluate((field) => field.scrollWidth - field.clientWidth);
		expect(cut).toBeLessThanOrEqual(0);
		expect((await box(dead)).width).toBeGreaterThanOrEqual(72);
		for (const what of ['Add input', 'Add schedule']) await page.getByRole('button', { name: what }).click();
		expect(await overflow(page)).toBeLessThanOrEqual(0);
		await page.context().close();
	});

	it('at 200 % text a schedule and a set-up code are whole', async () => {
		const page = await largeText(`/devices/${kitchen}`);
		await page.getByRole('button', { name: 'Add schedule' }).click();
		const lines = page.locator('.fold-item__text').last().locator('b, small');
		await expect.poll(() => lines.count()).toBeGreaterThan(1);
		for (const line of await lines.all()) {
			const cut = await line.evaluate((text) => text.scrollWidth - text.clientWidth);
			expect(cut, await line.innerText()).toBeLessThanOrEqual(0);
		}
		const days = page.locator('.choice--week label');
		await expect.poll(() => days.count()).toBe(7);
		for (const day of await days.all())
			expect(await day.evaluate((tile) => tile.scrollWidth - tile.clientWidth)).toBeLessThanOrEqual(0);
		expect(await overflow(page)).toBeLessThanOrEqual(0);
		await page.context().close();

		const gate = await largeText('about:blank');
		await gate.context().clearCookies();
		await gate.goto('/setup#code=7YXT-3MEK');
		const code = gate.getByLabel('Set-up code');
		await expect.poll(() => code.inputValue()).toBe('7YXT-3MEK');
		expect(await code.evaluate((field) => field.scrollWidth - field.clientWidth)).toBeLessThanOrEqual(0);
		await gate.context().close();
	});

	it('with text twice as large, the filters of Activity and the name of a device are not broken', async () => {
		const page = await house.open('about:blank', undefined, { viewport: { width: 390, height: 844 } });
		const large = async (path: string) => {
			await page.goto(path);
			await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
		};
		await large('/activity');
		const device = page.getByLabel('Device', { exact: true });
		await expect.poll(async () => (await box(device)).width).toBeGreaterThan(300);
		await large(`/devices/${kitchen}`);
		const heading = page.getByRole('heading', { level: 1 });
		await heading.waitFor();
		const lines = () => heading.locator('bdi').evaluate((name) => name.getClientRects().length);
		await expect.poll(lines).toBe(1);
		expect(await overflow(page)).toBeLessThanOrEqual(0);
		await page.context().close();
	});

	it('Sunset stays under the finger that taps it, also where it needs to be told a place', async () => {
		const page = await house.open(`/devices/${kitchen}`, undefined, { viewport: { width: 390, height: 844 } });
		await page.getByRole('button', { name: 'Add schedule' }).click();
		const sunset = page.getByRole('group', { name: 'When' }).getByText('Sunset', { exact: true });
		await sunset.scrollIntoViewIfNeeded();
		const top = () => sunset.evaluate((element) => element.getBoundingClientRect().top + scrollY);
		const before = await top();
		await sunset.click();
		await page.getByRole('button', { name: 'Say where the house is' }).waitFor();
		expect(Math.abs((await top()) - before)).toBeLessThanOrEqual(1);
		await page.context().close();
	});

	it.each([
		['at 320 px', () => house.open('/', undefined, { viewport: NARROW })],
		['at 200 % text', () => largeText('/')],
		['on a desk', () => house.open('/', undefined, { viewport: { width: 1280, height: 800 } })],
	])('%s the long name of a room on Home lies on nothing that is above it', async (_, open) => {
		const page = await open();
		const name = page.getByRole('heading', { name: LONG_ROOM }).locator('bdi');
		await name.waitFor();
		const above = page
			.getByRole('link', { name: /to be set up$/ })
			.or(page.getByRole('region', { name: 'Ground floor' }));
		await expect.poll(() => above.count()).toBe(2);
		const { x, y } = await box(name);
		for (const one of await above.all()) {
			const { x: left, y: top, width, height } = await box(one);
			expect(left + width <= x || top > y || top + height <= y + 1, `${top + height} of ${y}`).toBe(true);
		}
		await page.context().close();
	});

	describe('at 200 % text and at 320 px', () => {
		const open: Page[] = [];
		beforeAll(async () => {
			open.push(await largeText('/devices'), await house.open('/devices', undefined, { viewport: NARROW }));
		});

		it.each([
			'/',
			'/devices',
			'/more',
			'/settings',
			'/activity',
			'/automations',
			'/scenes',
			'/add',
			'/people',
			'/account',
			'device',
		])('%s fits', async (path) => {
			for (const page of open) {
				await page.goto(new URL(path === 'device' ? `/devices/${kitchen}` : path, house.hub.origin).href);
				await page.getByRole('heading', { level: 1 }).waitFor();
				await page.waitForLoadState('networkidle');
				expect(await overflow(page)).toBeLessThanOrEqual(0);
			}
		});
	});
});
