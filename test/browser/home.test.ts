import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { HomeLayout } from '../../protocol/dashboard/home.ts';
import type { SceneView } from '../../protocol/dashboard/scenes.ts';
import { join } from '../harness/people/people.ts';
import { BrowserHouse } from './harness/browser-house.ts';
import { DESK, PHONE } from './harness/chromium.ts';

const HOUSE = [
	['Kitchen', 'Worktop', ['Ceiling light', 'Fan']],
	['Hall', 'Stairs', ['Stair light']],
	['Kitchen', 'Shelf', ['Shelf light']],
] as const;

const house = new BrowserHouse();
const boards = new Map<string, Awaited<ReturnType<BrowserHouse['add']>>>();
let phone: Page;
let desk: Page;
let group: SceneView;

beforeAll(async () => {
	await house.start();
	for (const [room, name, relays] of HOUSE) {
		boards.set(name, await house.add(name, [...relays]));
		await house.owner.call('PATCH', `/devices/${boards.get(name)!.id}`, { room });
	}
	const members = ['Worktop', 'Stairs'].map((name) => ({ device: boards.get(name)!.id, relay: 1, on: true }));
	group = await house.owner.call<SceneView>('POST', '/scenes', {
		name: 'Way in',
		icon: 'light',
		kind: 'group',
		members,
	});
	phone = await house.open('/', house.owner, { viewport: PHONE, hasTouch: true });
	desk = await house.open('/', house.owner, { viewport: DESK, colorScheme: 'dark' });
	for (const page of [phone, desk]) await tile(page, 'Stair light').waitFor();
});
afterAll(() => house.remove());
afterEach(() => expect(house.complaints.splice(0)).toEqual([]));

const tile = (page: Page, name: string) => page.getByRole('switch', { name }).first();
const room = (page: Page, name: string) => page.getByRole('region', { name });
const sheet = (page: Page) => page.getByRole('dialog');
const isOn = (of: Locator) => of.getAttribute('aria-checked').then((checked) => checked === 'true');
const relay = (name: string, id: number) => house.view.relay(boards.get(name)!.id, id)!;
const titles = (page: Page) => page.locator('.home :is(.wide, .rooms) h2').allTextContents();
const namesIn = async (page: Page, name: string) =>
	(await room(page, name).locator('b').allTextContents()).map((text) => text.trim());
const layout = (change: Partial<HomeLayout>) =>
	house.owner.call('PUT', '/account/home', { favourites: [], order: [], rooms: [], folded: [], ...change });

async function switchTo(name: string, id: number, on: boolean): Promise<void> {
	await house.view.setRelay(boards.get(name)!.id, id, on);
	await house.view.until(() => relay(name, id).reported === on && relay(name, id).wanted === null);
}

/** A finger lies on the tile until its sheet is there. */
async function holdTile(page: Page, of: Locator): Promise<void> {
	const { x, y, width, height } = (await of.boundingBox())!;
	const client = await page.context().newCDPSession(page);
	const touchPoints = [{ x: x + width / 2, y: y + height / 2 }];
	await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
	await sheet(page).waitFor();
	await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

describe('a tile', () => {
	it('is the switch: a tap moves the relay, on every dashboard', async () => {
		await tile(phone, 'Stair light').tap();
		await house.view.until(() => relay('Stairs', 1).reported === true);
		for (const page of [phone, desk]) await expect.poll(() => isOn(tile(page, 'Stair light'))).toBe(true);
		expect(await tile(phone, 'Stair light').textContent()).toMatch(/On since \d\d:\d\d/);
	});

	it('Enter switches it, and its “…” opens its sheet; Escape gives the focus back', async () => {
		const own = tile(desk, 'Shelf light');
		await own.press('Enter');
		await house.view.until(() => relay('Shelf', 1).reported === true);
		const more = desk.getByRole('button', { name: 'More about Shelf light' });
		await more.press('Enter');
		await sheet(desk).getByRole('heading', { name: 'Shelf light' }).waitFor();
		// The big switch has the focus, so that Enter switches back.
		await expect
			.poll(() =>
				sheet(desk)
					.getByRole('switch')
					.evaluate((node) => node === document.activeElement),
			)
			.toBe(true);
		await desk.keyboard.press('Enter');
		await house.view.until(() => relay('Shelf', 1).reported === false);
		await desk.keyboard.press('Escape');
		await sheet(desk).waitFor({ state: 'detached' });
		expect(await more.evaluate((node) => node === document.activeElement)).toBe(true);
	});

	it('opens its sheet also in the moment in which that of another closes', async () => {
		const more = (name: string) => desk.getByRole('button', { name: `More about ${name}` }).first();
		const other = await more('Stair light').elementHandle();
		await more('Shelf light').press('Enter');
		await sheet(desk).getByRole('heading', { name: 'Shelf light' }).waitFor();
		// The browser's event that a dialog was closed comes a frame or more after it.
		await desk.evaluate(async (other) => {
			const dialog = document.querySelector('dialog')!;
			const closed = new Promise((done) => dialog.addEventListener('close', done));
			dialog.requestClose();
			for (let turn = 0; turn < 100 && dialog.isConnected; turn++) await Promise.resolve();
			(other as HTMLElement).click();
			await closed;
			await new Promise(requestAnimationFrame);
		}, other);
		await sheet(desk).getByRole('heading', { name: 'Stair light' }).waitFor();
		await desk.keyboard.press('Escape');
		await sheet(desk).waitFor({ state: 'detached' });
	});

	it('held by a finger it opens its sheet, and does not switch', async () => {
		const before = relay('Worktop', 1).reported;
		await holdTile(phone, tile(phone, 'Ceiling light'));
		await sheet(phone).getByRole('heading', { name: 'Ceiling light' }).waitFor();
		await phone.goBack();
		await sheet(phone).waitFor({ state: 'detached' });
		expect(relay('Worktop', 1).reported).toBe(before);
	});

	it('held where its sheet puts the big switch, it does not switch when the finger is lifted', async () => {
		const own = tile(phone, 'Ceiling light');
		const before = relay('Worktop', 1).reported;
		const middle = ({ y, height }: { y: number; height: number }) => y + height / 2;
		const openAndClose = async () => {
			await holdTile(phone, own);
			await sheet(phone).getByRole('heading', { name: 'Who switched it' }).waitFor();
			await sheet(phone).getByRole('heading', { name: 'Rules' }).waitFor();
			const at = middle((await sheet(phone).getByRole('switch').boundingBox())!);
			await phone.goBack();
			await sheet(phone).waitFor({ state: 'detached' });
			return at;
		};
		const at = await openAndClose();
		// The sheet stands at the bottom of the screen, so that the screen's height brings its switch under the finger.
		await phone.setViewportSize({
			...PHONE,
			height: Math.round(PHONE.height - at + middle((await own.boundingBox())!)),
		});
		await openAndClose();
		await phone.setViewportSize(PHONE);
		expect(relay('Worktop', 1)).toMatchObject({ reported: before, wanted: null });
	});

	it('Enter switches it after its sheet was opened by a right click', async () => {
		const own = tile(desk, 'Shelf light');
		await own.click({ button: 'right' });
		await sheet(desk).waitFor();
		await desk.keyboard.press('Escape');
		await sheet(desk).waitFor({ state: 'detached' });
		const before = relay('Shelf', 1).reported;
		await own.press('Enter');
		await house.view.until(() => relay('Shelf', 1).reported === !before);
	});

	it('the menu key opens its sheet, each time', async () => {
		for (let times = 0; times < 2; times++) {
			await tile(desk, 'Shelf light').press('ContextMenu');
			await sheet(desk).waitFor();
			await desk.keyboard.press('Escape');
			await sheet(desk).waitFor({ state: 'detached' });
		}
	});

	it('a right click opens its sheet, which switches it for a time; the tile counts', async () => {
		await tile(desk, 'Fan').click({ button: 'right' });
		await sheet(desk).getByRole('button', { name: '5 min', exact: true }).click();
		await house.view.until(() => relay('Worktop', 2).offAt !== null);
		await sheet(desk).getByRole('button', { name: 'Close' }).click();
		await expect.poll(() => tile(phone, 'Fan').textContent()).toMatch(/[45] min left/);
		await switchTo('Worktop', 2, false);
	});

	it('its sheet says in words what the relay does by itself, and who moved it', async () => {
		const { id } = boards.get('Stairs')!;
		const { plan, config } = await house.owner.call<{ plan: { relays: object[] }; config: { version: number } }>(
			'GET',
			`/devices/${id}/config`,
		);
		Object.assign(plan.relays[0]!, { maxOnMs: 1_800_000 });
		await house.owner.call('PUT', `/devices/${id}/config`, { version: config.version, ...plan });
		await tile(desk, 'Stair light').click({ button: 'right' });
		await sheet(desk).getByText('Goes off by itself after 30 min').waitFor();
		await sheet(desk).getByText('One of Way in').waitFor();
		await sheet(desk).getByRole('listitem').filter({ hasText: 'anna' }).first().waitFor();
		await sheet(desk).getByRole('link', { name: 'Stairs' }).click();
		await desk.getByRole('heading', { level: 1, name: 'Stairs' }).waitFor();
		await desk.goBack();
		await tile(desk, 'Stair light').waitFor();
		expect(await sheet(desk).count()).toBe(0);
	});

	it('of a group switches all its relays, and counts those that are on', async () => {
		await switchTo('Stairs', 1, true);
		await switchTo('Worktop', 1, false);
		const own = tile(phone, 'Way in');
		await expect.poll(() => own.textContent()).toContain('1 of 2');
		await own.tap();
		await house.view.until(() => relay('Stairs', 1).reported === false);
		await expect.poll(() => own.textContent()).toContain('All off');
		await own.tap();
		await house.view.until(() => [relay('Stairs', 1), relay('Worktop', 1)].every(({ reported }) => reported));
		await expect.poll(() => own.textContent()).toContain('All on');
	});
});

describe('a room', () => {
	it('says what is on, and switches it all off; “Undo” brings it back', async () => {
		await switchTo('Worktop', 1, true);
		await switchTo('Shelf', 1, true);
		await expect.poll(() => room(desk, 'Kitchen').textContent()).toContain('2 on');
		await room(desk, 'Kitchen').getByRole('button', { name: 'All off in Kitchen' }).click();
		await house.view.until(() => [relay('Worktop', 1), relay('Shelf', 1)].every(({ reported }) => !reported));
		await expect.poll(() => room(desk, 'Kitchen').textContent()).toContain('All off');
		await desk.getByRole('button', { name: 'Undo' }).click();
		await house.view.until(() => [relay('Worktop', 1), relay('Shelf', 1)].every(({ reported }) => reported));
		expect(relay('Worktop', 2).reported).toBe(false);
	});

	it('is folded for one person, on all their dashboards, also after a reload', async () => {
		const fold = (page: Page) => page.getByRole('button', { name: 'Kitchen', exact: true });
		await fold(phone).tap();
		await expect.poll(() => fold(desk).getAttribute('aria-expanded')).toBe('false');
		await phone.reload();
		await tile(phone, 'Stair light').waitFor();
		expect(await fold(phone).getAttribute('aria-expanded')).toBe('false');
		expect(await tile(phone, 'Fan').count()).toBe(0);
		await fold(phone).tap();
		await expect.poll(() => fold(desk).getAttribute('aria-expanded')).toBe('true');
	});
});

describe('arranged by one person', () => {
	afterEach(() => layout({}));

	it('a star makes a favourite, which stands first', async () => {
		await tile(desk, 'Fan').click({ button: 'right' });
		const star = sheet(desk).getByRole('button', { name: 'Fan is a favourite' });
		await star.click();
		expect(await star.getAttribute('aria-pressed')).toBe('true');
		await desk.keyboard.press('Escape');
		await expect.poll(async () => (await titles(phone))[0]?.trim()).toBe('Favourites');
		expect(await namesIn(phone, 'Favourites')).toEqual(['Fan']);
	});

	it('tiles and rooms are moved by keyboard, and keep their places', async () => {
		const start = desk.getByRole('button', { name: 'Arrange' });
		await start.click();
		const grip = desk.getByRole('button', { name: /^Move Fan: drag/ });
		await grip.press('ArrowUp');
		await expect.poll(() => desk.getByRole('status').allTextContents()).toContain('Fan: 1 of 3');
		expect(await grip.evaluate((node) => node === document.activeElement)).toBe(true);
		await desk.getByRole('button', { name: 'Move Kitchen down' }).press('Enter');
		await desk.getByRole('button', { name: 'Done' }).click();
		await expect.poll(() => start.evaluate((node) => node === document.activeElement)).toBe(true);
		await expect.poll(() => namesIn(phone, 'Kitchen')).toEqual(['Fan', 'Ceiling light', 'Shelf light']);
		const rooms = async () => (await titles(phone)).map((title) => title.trim());
		await expect.poll(rooms).toEqual(['Scenes', 'Hall', 'Kitchen']);
	});

	it('nobody else’s Home changes', async () => {
		await layout({ rooms: ['Hall', 'Kitchen'], favourites: [`scene:${group.id}`] });
		const member = await join(house.hub, house.owner, 'Ben');
		const page = await house.open('/', member);
		await tile(page, 'Fan').waitFor();
		expect((await titles(page)).map((title) => title.trim())).toEqual(['Scenes', 'Kitchen', 'Hall']);
		await page.close();
	});
});

describe('what is wrong', () => {
	it('a board that is away: its tiles are dashed and say for how long, and Home says whom it needs', async () => {
		boards.get('Stairs')!.board.cut();
		await house.view.until(() => house.view.device('Stairs')!.presence.state === 'away');
		const own = phone.getByRole('button', { name: /^Stair light Away( \d+ min)? ?Was/ });
		await own.waitFor();
		expect(await tile(phone, 'Stair light').count()).toBe(0);
		const needs = phone.getByRole('navigation', { name: 'Needs you' }).getByRole('link', { name: /Stairs is away/ });
		await needs.waitFor();
		// It says why, instead of doing nothing.
		await own.tap();
		await sheet(phone).getByText('Its board is not connected').waitFor();
		await phone.goBack();
		await sheet(phone).waitFor({ state: 'detached' });
	});
});
