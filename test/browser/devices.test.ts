import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './harness/axe.ts';
import { DESK, PHONE } from './harness/chromium.ts';
import { BrowserHouse } from './harness/browser-house.ts';

const DEVICES = [
	['Kitchen', ['Lights', 'Fan']],
	['Boiler room', ['Circulator']],
	['Garden', ['Pump', 'Valve']],
	['Garage', ['Door']],
	['Attic', ['Fan']],
	['Küche oben', ['Hob']],
] as const;

describe('a house of several devices', () => {
	const house = new BrowserHouse();
	const boards = new Map<string, Awaited<ReturnType<BrowserHouse['add']>>>();
	let phone: Page;
	let desk: Page;

	beforeAll(async () => {
		await house.start();
		for (const [name, relays] of DEVICES) boards.set(name, await house.add(name, [...relays]));
		phone = await house.open('/devices');
		desk = await house.open('/devices', house.owner, { viewport: DESK, colorScheme: 'dark' });
		for (const page of [phone, desk]) await page.getByRole('article', { name: 'Attic' }).waitFor();
	});
	afterAll(() => house.remove());
	afterEach(() => expect(house.complaints.splice(0)).toEqual([]));

	const cards = (page: Page) => page.getByRole('article').getByRole('heading').allTextContents();
	const headings = (page: Page) => page.getByRole('main').getByRole('heading', { level: 2 }).allTextContents();
	const trimmed = (texts: string[]) => texts.map((text) => text.trim());
	const idOf = (name: string) => boards.get(name)!.id;

	describe('finding', () => {
		const search = () => phone.getByRole('searchbox');
		const toggle = () => phone.getByRole('button', { name: 'Search', exact: true }).click();
		beforeAll(toggle);
		afterAll(toggle);
		afterEach(async () => {
			await search().fill('');
			await phone.getByRole('button', { name: /^All/ }).click();
		});

		it.each([
			['gard', ['Garden']],
			['fan', ['Kitchen', 'Attic']],
			['kuche', ['Küche oben']],
		])('“%s” finds %j', async (text, names) => {
			await search().fill(text);
			await expect.poll(async () => trimmed(await cards(phone))).toEqual(names);
		});

		it('finds a device by its MAC, with colons and without', async () => {
			const { mac } = house.view.device('Garage')!;
			for (const text of [mac, mac.replaceAll(':', '').toLowerCase()]) {
				await search().fill(text);
				await expect.poll(async () => trimmed(await cards(phone))).toEqual(['Garage']);
			}
		});

		it('"/" goes to the search, Escape empties it; nothing found is said, with the way back', async () => {
			await desk.locator('body').press('/');
			await desk.keyboard.type('no such thing');
			await desk.getByText('No device matches.').waitFor();
			expect(await cards(desk)).toEqual([]);
			await desk.keyboard.press('Escape');
			await expect.poll(async () => (await cards(desk)).length).toBe(DEVICES.length);
		});

		it('shows only what is offline, and says so live when a board goes and comes', async () => {
			boards.get('Garage')!.board.stop();
			await phone.getByRole('button', { name: 'Offline 1' }).click();
			await expect.poll(async () => trimmed(await cards(phone))).toEqual(['Garage']);
			boards.get('Garage')!.board.start();
			await phone.getByText('No device matches.').waitFor();
		});
	});

	describe('arranging', () => {
		const arrange = (page: Page) => page.getByRole('button', { name: 'Arrange', exact: true }).click();
		const done = (page: Page) => page.getByRole('button', { name: 'Done' }).click();

		it('a device moves with the keyboard, keeps the focus, and everybody sees the new order', async () => {
			const isFocused = (name: string) =>
				desk
					.getByRole('button', { name, exact: true })
					.evaluateAll(([element]) => element !== undefined && element === document.activeElement);
			await desk.getByRole('button', { name: 'Arrange', exact: true }).press('Enter');
			await expect.poll(() => isFocused('Done')).toBe(true);
			const grip = desk.getByRole('button', { name: /^Move Boiler room: drag/ });
			await grip.focus();
			await desk.keyboard.press('ArrowUp');
			await desk.getByText('Boiler room: 1 of 6 in Without a room').waitFor();
			expect(await grip.evaluate((element) => element === document.activeElement)).toBe(true);
			await desk.getByRole('button', { name: 'Move Garden down' }).click();
			await desk.getByRole('button', { name: 'Done' }).press('Enter');
			await expect.poll(() => isFocused('Arrange')).toBe(true);
			const wanted = ['Boiler room', 'Kitchen', 'Garage', 'Garden', 'Attic', 'Küche oben'];
			for (const page of [desk, phone]) await expect.poll(async () => trimmed(await cards(page))).toEqual(wanted);
		});

		it('a device goes into a new room, another into the same by its list, and rooms stand in their order', async () => {
			await arrange(phone);
			await phone.getByLabel('Room of Kitchen').selectOption({ label: 'New room…' });
			await phone.getByRole('dialog', { name: 'New room' }).getByLabel('Name of the room').fill('Ground floor');
			await phone.keyboard.press('Enter');
			await phone.getByLabel('Room of Garage').selectOption({ label: 'Ground floor' });
			await phone.getByLabel('Room of Attic').selectOption({ label: 'New room…' });
			await phone.getByLabel('Name of the room').fill('Roof');
			await phone.getByRole('button', { name: 'Make room' }).click();
			await phone.getByRole('button', { name: 'Move Roof up' }).click();
			expect(await violations(phone)).toEqual([]);
			await done(phone);
			for (const page of [phone, desk]) {
				await expect
					.poll(async () => trimmed(await headings(page)))
					.toEqual(['Roof', 'Ground floor', 'Without a room']);
				await expect
					.poll(async () => trimmed(await cards(page)))
					.toEqual(['Attic', 'Kitchen', 'Garage', 'Boiler room', 'Garden', 'Küche oben']);
			}
			await expect.poll(() => house.view.device('Garage')!.room).toBe('Ground floor');
		});

		it('a device is dragged by its handle into another room, with the mouse', async () => {
			await arrange(desk);
			const from = await desk.getByRole('button', { name: /^Move Garden: drag/ }).boundingBox();
			const onto = await desk.getByRole('region', { name: 'Roof' }).getByRole('listitem').boundingBox();
			await desk.mouse.move(from!.x + 10, from!.y + 10);
			await desk.mouse.down();
			await desk.mouse.move(onto!.x + 100, onto!.y + 4, { steps: 8 });
			await desk.mouse.up();
			await desk.getByText('Garden: 1 of 2 in Roof').waitFor();
			await done(desk);
			for (const page of [phone, desk])
				await expect.poll(async () => trimmed(await cards(page)).slice(0, 2)).toEqual(['Garden', 'Attic']);
		});

		it('a room gets another name, on every device in it', async () => {
			await arrange(desk);
			await desk.getByRole('button', { name: 'Rename Roof' }).click();
			await desk.getByLabel('Name of the room').fill('Loft');
			await desk.getByRole('dialog').getByRole('button', { name: 'Rename' }).click();
			await done(desk);
			await expect.poll(async () => trimmed(await headings(phone))).toContain('Loft');
			await expect.poll(() => house.view.device('Attic')!.room).toBe('Loft');
		});

		it('the list of rooms leads to each, and marks the one on view', async () => {
			const link = phone.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: /^Without a room/ });
			await link.click();
			await expect.poll(() => link.getAttribute('aria-current')).toBe('location');
			const heading = phone.getByRole('heading', { name: 'Without a room' });
			// The last rooms are short, so the page ends before their heading is at its top.
			await expect.poll(async () => (await heading.boundingBox())!.y).toBeLessThan(PHONE.height);
		});
	});

	describe('cards', () => {
		const fan = (page: Page) => page.getByRole('article', { name: 'Kitchen' }).getByRole('switch', { name: /^Fan/ });

		it('a relay says who moved it and when, and its row keeps its height', async () => {
			const before = await fan(phone).boundingBox();
			await fan(desk).click();
			await expect.poll(() => fan(phone).textContent()).toMatch(/On · anna, \d\d:\d\d/);
			expect((await fan(phone).boundingBox())!.height).toBe(before!.height);
			await fan(desk).click();
			await expect.poll(() => fan(phone).textContent()).toMatch(/Off · anna, \d\d:\d\d/);
		});

		it('a relay with a pulse is a push button, and is let go by itself', async () => {
			const { config, plan } = await house.owner.call<{
				config: { version: number };
				plan: { relays: { id: number; pulseMs: number }[] };
			}>('GET', `/devices/${idOf('Garage')}/config`);
			plan.relays[0]!.pulseMs = 300;
			await house.owner.call('PUT', `/devices/${idOf('Garage')}/config`, { version: config.version, ...plan });
			const door = phone.getByRole('article', { name: 'Garage' }).getByRole('button', { name: /^Door/ });
			await door.click();
			await expect.poll(() => door.textContent()).toMatch(/Pushed · /);
			expect(await door.getAttribute('data-state')).toBe('off');
		});

		it('a board whose token was revoked says so, and leads to its page', async () => {
			await house.owner.call('POST', `/devices/${idOf('Küche oben')}/token/revoke`);
			const hint = phone.getByRole('article', { name: 'Küche oben' }).getByRole('link', { name: /Token revoked/ });
			expect(await hint.getAttribute('href')).toBe(`/devices/${idOf('Küche oben')}`);
			await phone.getByRole('button', { name: 'Attention 1' }).click();
			await expect.poll(async () => trimmed(await cards(phone))).toEqual(['Küche oben']);
			await phone.getByRole('button', { name: /^All/ }).click();
		});

		it.each(['phone', 'desk'])('axe finds nothing on the %s, and nothing is wider than the page', async (which) => {
			const page = which === 'phone' ? phone : desk;
			expect(await violations(page)).toEqual([]);
			expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
		});

		it('fits a phone of 360 px', async () => {
			const narrow = await house.open('/devices', house.owner, { viewport: { width: 360, height: 640 } });
			await narrow.getByRole('article', { name: 'Kitchen' }).waitFor();
			expect(await narrow.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
		});
	});
});
