import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SceneView } from '../../protocol/dashboard/scenes.ts';
import { BrowserHouse } from './harness/browser-house.ts';
import { DESK, PHONE } from './harness/chromium.ts';
import { contrastOf, tokenOn } from './harness/contrast.ts';

const ROOMS = ['Kitchen', 'Cellar', 'Garden'];
const NARROW = { width: 320, height: 640 };
const ROUNDED_PX = 1;
const FIELD_GAP_PX = 12;
/** A row of buttons, with 12 px above and below. */
const BAR_PX = 68;
/** Of what is no text, by WCAG 2. */
const GRAPHICS_CONTRAST = 3;
const WIFI = { ssid: 'Harbour', password: 'salt and tar on the pier' };

const house = new BrowserHouse();
let pending: string;

beforeAll(async () => {
	await house.start();
	for (let n = 0; n < 6; n++) {
		const { id } = await house.add(`Device ${n}`, ['Light']);
		await house.owner.call('PATCH', `/devices/${id}`, { room: ROOMS[n % ROOMS.length] });
	}
	const relays = [{ id: 1, name: 'Fan', gpio: 5, activeLow: false }];
	const plan = { name: 'Attic fan', board: 'd1-mini', relays, sensors: [], wifi: WIFI };
	pending = (await house.owner.addVirtualBoard(plan)).id;
	await house.owner.call('POST', '/wifi-networks', WIFI);
});
afterAll(() => house.remove());

it('of the filters and the rooms of My devices exactly one is marked: the visible room, or the filter in use', async () => {
	const page = await house.open('/devices', house.owner, { viewport: DESK });
	const marked = () =>
		page
			.getByRole('search')
			.locator('button[aria-pressed], a')
			.evaluateAll((all) =>
				all
					.filter((one) => {
						const { boxShadow, borderTopColor } = getComputedStyle(one);
						const isFramed = one.matches('button') && !/rgba\(.*, 0\)|transparent/.test(borderTopColor);
						return isFramed || boxShadow !== 'none';
					})
					.map((one) => one.textContent!.trim().replace(/\s+\d+$/, '')),
			);
	await expect.poll(marked).toHaveLength(1);
	expect(ROOMS).toContain((await marked())[0]);
	const { id } = house.view.device('Device 0')!;
	await house.owner.call('POST', `/devices/${id}/token/revoke`);
	await page.getByRole('button', { name: /^Attention/ }).click();
	await expect.poll(marked).toEqual(['Attention']);
	await page.context().close();
});

it('single choices that need two rows are shared out evenly: German words for an end on a phone', async () => {
	const page = await house.open('/people', house.owner, { viewport: PHONE, locale: 'de-DE' });
	await page.getByRole('button', { name: /einladen/i }).click();
	await page.getByText('Gast', { exact: true }).click();
	const ends = page.getByRole('group', { name: 'Bis', exact: true }).locator('label');
	await ends.first().waitFor();
	const tops = await ends.evaluateAll((labels) => labels.map((label) => Math.round(label.getBoundingClientRect().top)));
	const rows = [...new Set(tops)].map((top) => tops.filter((other) => other === top).length);
	expect(rows.length).toBeGreaterThan(1);
	expect(Math.max(...rows) - Math.min(...rows)).toBeLessThanOrEqual(1);
	await page.context().close();
});

it('what is done with a kept network stands in one row on a phone, and so do the buttons of its form', async () => {
	const page = await house.open('/settings', house.owner, { viewport: PHONE });
	const card = page.getByRole('region', { name: 'Wi-Fi networks' });
	const inOneRow = (names: string[]) =>
		card.getByRole('button').evaluateAll((buttons, names) => {
			const boxes = names.map((name) =>
				buttons.find((button) => (button.ariaLabel ?? button.textContent).trim() === name)?.getBoundingClientRect(),
			);
			return boxes[0] && boxes[1] && boxes[0].top === boxes[1].top && boxes[0].right < boxes[1].left;
		}, names);
	await expect.poll(() => inOneRow(['Change password of Harbour', 'Remove Harbour'])).toBe(true);
	await card.getByRole('button', { name: 'Add a network' }).click();
	await expect.poll(() => inOneRow(['Cancel', 'Keep it'])).toBe(true);
	await page.context().close();
});

it('the account leads a phone back to More, and a desk to Home', async () => {
	const phone = await house.open('/account', house.owner, { viewport: PHONE });
	await phone.getByRole('main').getByRole('link', { name: 'More' }).click();
	await phone.getByRole('heading', { name: 'More', level: 1 }).waitFor();
	await phone.context().close();
	const desk = await house.open('/account', house.owner, { viewport: DESK });
	await desk.getByRole('main').getByRole('link', { name: 'Home' }).click();
	await desk.getByRole('heading', { name: 'Home', level: 1 }).waitFor();
	await desk.context().close();
});

it('the language that was chosen is shown from the first paint, also before the hub has answered', async () => {
	const page = await house.open('/account');
	const select = page.locator('#own-language');
	await select.selectOption('de');
	await page.getByRole('heading', { name: 'Dein Konto' }).waitFor();
	await page.addInitScript(() => {
		const shown: string[] = [];
		Object.assign(globalThis, { shown });
		new MutationObserver(() => {
			const select = document.querySelector<HTMLSelectElement>('#own-language');
			if (select && shown.at(-1) !== select.value) shown.push(select.value);
		}).observe(document, { childList: true, subtree: true, attributes: true });
	});
	await page.reload();
	await page.getByRole('heading', { name: 'Dein Konto' }).waitFor();
	await expect.poll(() => select.isEnabled()).toBe(true);
	expect(await page.evaluate(() => (globalThis as unknown as { shown: string[] }).shown)).toEqual(['de']);
	await select.selectOption('auto');
	await page.getByRole('heading', { name: 'Your account' }).waitFor();
	await page.context().close();
});

it('after “Make pending device” the next page begins at its heading', async () => {
	const page = await house.open('/add?board=virtual');
	await page.getByLabel('Name').fill('Greenhouse');
	for (const step of ['Relays & pins', 'Sensor', 'Finish'])
		await page.getByRole('button', { name: `Next: ${step}` }).click();
	await page.getByRole('button', { name: 'Make pending device' }).click();
	await page.waitForURL('**/pending/*');
	await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Set up the board');
	await house.owner.call('DELETE', `/pending/${page.url().split('/').pop()!}`);
	await page.context().close();
});

it('a pending device says what it is ready for, and the page of its files warns of them once', async () => {
	const page = await house.open('/devices#pending');
	await page.getByRole('article', { name: 'Attic fan' }).getByText('The board has not connected yet.').waitFor();
	await page.goto(`/pending/${pending}`);
	await page.getByText('Download config file').waitFor();
	await expect.poll(() => page.getByText('Do not share').count()).toBe(1);
	await page.context().close();
});

it('the one thing that needs a person is not cut on a phone of 320 px', async () => {
	const page = await house.open('/', house.owner, { viewport: NARROW });
	const cell = page.getByRole('link', { name: /Attic fan/ });
	await cell.waitFor();
	const cut = await cell
		.locator('.cut')
		.evaluateAll(
			(parts, rounded) =>
				parts.filter((part) => part.scrollWidth > part.clientWidth + rounded).map((part) => part.textContent),
			ROUNDED_PX,
		);
	expect(cut).toEqual([]);
	await page.context().close();
});

it.each(['light', 'dark'] as const)(
	'an unchecked box is the ground of its card with a border that stands out, in the theme %s',
	async (colorScheme) => {
		const page = await house.open('/settings', house.owner, { viewport: PHONE, colorScheme });
		const box = page.getByRole('checkbox', { name: /^Every night/ });
		await box.waitFor();
		const look = () =>
			box.evaluate((own) => {
				const { appearance, backgroundColor, borderTopColor, borderTopWidth } = getComputedStyle(own);
				const { width, height } = own.getBoundingClientRect();
				return { appearance, backgroundColor, borderTopColor, borderTopWidth, width, height };
			});
		const unchecked = await look();
		expect(unchecked).toMatchObject({ appearance: 'none', backgroundColor: 'rgba(0, 0, 0, 0)', borderTopWidth: '2px' });
		const ground = await tokenOn(page, 'surface');
		expect(contrastOf(unchecked.borderTopColor, ground)).toBeGreaterThanOrEqual(GRAPHICS_CONTRAST);
		await box.check();
		const { width, height } = unchecked;
		expect(await look()).toMatchObject({ appearance: 'auto', width, height });
		await page.context().close();
	},
);

it('an unchecked box has a border in forced colours too', async () => {
	const page = await house.open('/settings', house.owner, { viewport: PHONE, forcedColors: 'active' });
	const box = page.getByRole('checkbox', { name: /^Every night/ });
	await box.waitFor();
	const border = await box.evaluate((own) => getComputedStyle(own).borderTopColor);
	const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
	expect(contrastOf(border, ground)).toBeGreaterThanOrEqual(GRAPHICS_CONTRAST);
	await page.context().close();
});

it('the bar of a scene’s form is one row of buttons on a phone, and the end of the list stands clear above it', async () => {
	const members = [{ device: house.view.device('Device 0')!.id, relay: 1, on: true }];
	const scene = { name: 'Evening', kind: 'scene', icon: 'light', members };
	const { id } = await house.owner.call<SceneView>('POST', '/scenes', scene);
	const page = await house.open(`/scenes/${id}`, house.owner, { viewport: PHONE, locale: 'de-DE' });
	await page.getByRole('button', { name: 'Löschen' }).waitFor();
	const bar = page.locator('.btns', { has: page.getByRole('button', { name: 'Speichern' }) });
	const top = async () => (await bar.boundingBox())!.y;
	const { y, height } = (await bar.boundingBox())!;
	expect(Math.round(y + height)).toBe(PHONE.height);
	expect(height).toBeLessThanOrEqual(BAR_PX);
	const last = page.getByRole('group', { name: /^Device/ }).last();
	await page.mouse.wheel(0, 100_000);
	const isClear = async () => {
		const box = (await last.boundingBox())!;
		return box.y + box.height <= (await top());
	};
	await expect.poll(isClear).toBe(true);
	await page.context().close();
});

it('the heading Place stands as far above its first label as fields stand below each other', async () => {
	const page = await house.open('/settings', house.owner, { viewport: PHONE });
	const box = async (element: Locator) => (await element.boundingBox())!;
	const label = page.locator('label[for="town"]');
	await label.waitFor();
	const heading = await box(page.locator('legend', { hasText: /^Place$/ }));
	expect((await box(label)).y - heading.y - heading.height).toBeGreaterThanOrEqual(FIELD_GAP_PX);
	await page.context().close();
});
