import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { BrowserHouse } from './harness/browser-house.ts';
import { DESK, PHONE } from './harness/chromium.ts';

const HOUSE = [
	['Kitchen', 'Worktop', ['Ceiling light', 'Fan']],
	['Hall', 'Stairs', ['Stair light']],
	['Kitchen', 'Shelf', ['Shelf light']],
] as const;

const house = new BrowserHouse();
let desk: Page;

beforeAll(async () => {
	await house.start();
	for (const [room, name, relays] of HOUSE) {
		const { id } = await house.add(name, [...relays]);
		await house.owner.call('PATCH', `/devices/${id}`, { room });
	}
	desk = await house.open('/', house.owner, { viewport: DESK });
	await tile(desk, 'Stair light').waitFor();
});
afterAll(() => house.remove());
afterEach(() => expect(house.complaints.splice(0)).toEqual([]));

const tile = (page: Page, name: string) => page.getByRole('switch', { name }).first();
const sheet = (page: Page) => page.getByRole('dialog');

it('a reading of a board that is away is dashed and grey, in the type of the others, with its age', async () => {
	const { id } = await house.owner.addVirtualBoard({ name: 'Cellar', relays: [] });
	const board = house.hub.board(await house.owner.configFile(id));
	await house.view.until(() => house.view.devices.get(id)?.readings[0]?.value);
	const own = desk.getByRole('button', { name: /^Temperature/ });
	await own.waitFor();
	const looks = () =>
		own.evaluate((node) => {
			const [tile, name, value] = [node.parentElement!, node.querySelector('b')!, node.querySelector('strong')!];
			const { fontSize, fontWeight } = getComputedStyle(name);
			return {
				type: [fontSize, fontWeight],
				cut: name.scrollWidth > name.clientWidth,
				border: getComputedStyle(tile).borderTopStyle,
				value: getComputedStyle(value).color,
			};
		});
	const before = await looks();
	board.cut();
	await expect.poll(async () => (await looks()).border).toBe('dashed');
	const after = await looks();
	expect(after.type).toEqual(before.type);
	expect(after.cut).toBe(false);
	expect(after.value).not.toBe(before.value);
	const text = await own.textContent();
	expect(text).toMatch(/(Just now|\d+ min old)$/);
	expect(text).not.toContain('0 min');
	await house.owner.call('DELETE', `/devices/${id}`);
	await own.waitFor({ state: 'detached' });
});

it('a search shows the tiles that match, and ends with Escape', async () => {
	await desk.getByRole('button', { name: 'Search' }).press('Enter');
	const field = desk.getByRole('searchbox');
	await field.waitFor();
	await desk.keyboard.type('light kit');
	await expect
		.poll(() => desk.getByRole('main').locator('b').allTextContents())
		.toEqual(['Ceiling light', 'Shelf light']);
	await field.fill('nothing like this');
	await desk.getByText('No tile matches.').waitFor();
	await field.press('Escape');
	await tile(desk, 'Fan').waitFor();
	await expect.poll(() => desk.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Search');
});

it('on a phone held sideways its sheet is a panel at the right, as high as the screen, and its name stays', async () => {
	const viewport = { width: 844, height: 390 };
	const page = await house.open('/', house.owner, { viewport });
	await tile(page, 'Fan').click({ button: 'right' });
	const title = sheet(page).getByRole('heading', { name: 'Fan', level: 2 });
	await title.waitFor();
	await sheet(page).getByRole('heading', { name: 'Who switched it' }).waitFor();
	const box = (await sheet(page).boundingBox())!;
	expect([box.y, box.height, box.x + box.width]).toEqual([0, viewport.height, viewport.width]);
	expect(box.x).toBeGreaterThan(viewport.width / 3);
	await sheet(page).evaluate((node) => node.scrollTo(0, node.scrollHeight));
	expect(await sheet(page).evaluate((node) => node.scrollTop)).toBeGreaterThan(50);
	for (const part of [title, sheet(page).getByRole('button', { name: 'Close' })]) {
		const onTop = await part.evaluate((node) => {
			const { left, top, width, height } = node.getBoundingClientRect();
			return node.contains(document.elementFromPoint(left + width / 2, top + height / 2));
		});
		expect(onTop).toBe(true);
	}
	await page.close();
});

it.each([PHONE, DESK, { width: 844, height: 390 }])(
	'the head of its sheet is at its top and covers nothing, on a screen of $width × $height px',
	async (viewport) => {
		const page = await house.open('/', house.owner, { viewport });
		await tile(page, 'Fan').click({ button: 'right' });
		const big = sheet(page).getByRole('switch');
		await big.waitFor();
		const gaps = () =>
			sheet(page).evaluate((node) => {
				const box = (part: string) => node.querySelector(part)!.getBoundingClientRect();
				const head = box('header');
				return [head.top - node.getBoundingClientRect().top, box('[role="switch"]').top >= head.bottom];
			});
		await expect.poll(gaps).toEqual([0, true]);
		await page.close();
	},
);

it.each([320, 390])('the times of “on for” stand in one row on a screen of %s px', async (width) => {
	const page = await house.open('/', house.owner, { viewport: { width, height: 700 } });
	await tile(page, 'Fan').click({ button: 'right' });
	const times = ['5 min', '15 min', '30 min', '1 h', '2 h', 'Other…'];
	const measured = () =>
		Promise.all(times.map((name) => sheet(page).getByRole('button', { name, exact: true }).boundingBox()));
	// What the sheet loads may still move them between two measures.
	await expect.poll(async () => new Set((await measured()).map((box) => box!.y)).size).toBe(1);
	const boxes = await measured();
	for (const box of boxes) {
		expect(box!.height).toBeGreaterThanOrEqual(44);
		// six in the row of a screen of 320 px are narrower
		if (width >= 390) expect(box!.width).toBeGreaterThanOrEqual(44);
	}
	const cut = await sheet(page)
		.locator('.chips button')
		.evaluateAll((chips) =>
			chips.filter((chip) => chip.scrollWidth > chip.clientWidth).map((chip) => chip.textContent),
		);
	expect(cut).toEqual([]);
	await page.close();
});

it('the times of “on for” stay within the sheet in German, whose words are longer', async () => {
	const page = await house.open('/', house.owner, { viewport: { width: 390, height: 700 }, locale: 'de-DE' });
	await tile(page, 'Fan').click({ button: 'right' });
	const last = sheet(page).getByRole('button', { name: 'Andere…' });
	await last.waitFor();
	const [chip, form] = [await last.boundingBox(), await sheet(page).locator('form').boundingBox()];
	expect(chip!.x + chip!.width).toBeLessThanOrEqual(form!.x + form!.width);
	await page.close();
});

it('a long compound is broken between its parts, and is whole for a screen reader', async () => {
	const name = 'Gewächshausbewässerungssteuerung';
	const { id } = await house.add('Greenhouse', [name]);
	const page = await house.open('/', house.owner, { viewport: PHONE });
	const own = page.getByRole('switch', { name: `${name} Off`, exact: true });
	await own.waitFor();
	expect(await own.locator('b').evaluate((node) => node.getBoundingClientRect().height)).toBeGreaterThan(30);
	expect(await own.locator('b [aria-hidden]').textContent()).toContain('\u00AD');
	await page.close();
	await house.owner.call('DELETE', `/devices/${id}`);
});

it('in forced colours its sheet shows by a ground which of “Off” and “On” is true', async () => {
	const page = await house.open('/', house.owner, { viewport: PHONE, forcedColors: 'active' });
	await tile(page, 'Fan').click({ button: 'right' });
	const big = sheet(page).getByRole('switch');
	const ground = (of: Locator) => of.evaluate((node) => getComputedStyle(node).backgroundColor);
	expect(await ground(big.locator('i'))).not.toBe(await ground(big));
	await page.close();
});

it('with text twice as large on a phone, its sheet is no wider than the screen and its name keeps whole words', async () => {
	// The same as 390 px with twice the text size.
	const page = await house.open('/', house.owner, { viewport: { width: 195, height: 422 } });
	await tile(page, 'Stair light').click({ button: 'right' });
	await sheet(page).getByRole('heading', { name: 'On for' }).waitFor();
	expect(await sheet(page).evaluate((node) => node.scrollWidth - node.clientWidth)).toBe(0);
	const title = (await sheet(page).getByRole('heading', { level: 2 }).boundingBox())!;
	expect(title.width).toBeGreaterThan(120);
	await page.close();
});
