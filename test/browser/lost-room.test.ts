import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { PHONE } from './harness/chromium.ts';
import { BrowserHouse } from './harness/browser-house.ts';

const SIDEWAYS = { width: 844, height: 390 };

describe('the notice that the hub is out of reach covers nothing for good', () => {
	const house = new BrowserHouse();
	const pages: Page[] = [];
	let kitchen: string;
	let pending: string;

	beforeAll(async () => {
		await house.start();
		kitchen = (await house.add('Kitchen', ['Lights', 'Fan'])).id;
		for (const name of ['Garage', 'Attic']) await house.add(name, ['Lights', 'Fan']);
		pending = (await house.owner.addVirtualBoard({ name: 'Shed' })).id;
	});
	afterAll(() => house.remove());
	afterEach(async () => {
		await Promise.all(pages.splice(0).map((page) => page.context().close()));
		await house.hub.start();
	});

	async function open(path: string, viewport = PHONE): Promise<Page> {
		const page = await house.open(path, undefined, { viewport });
		pages.push(page);
		return page;
	}
	async function lose(page: Page) {
		await house.hub.stop();
		await page.locator('.banner').waitFor();
	}
	/** Nothing else lies on it, neither in the middle nor at an end. */
	const isFree = (what: Locator) =>
		what.evaluate((element) => {
			const { left, top, width, height } = element.getBoundingClientRect();
			return [0.05, 0.5, 0.95].every((part) => {
				const on = document.elementFromPoint(left + width * part, top + height / 2);
				return on !== null && (element.contains(on) || on.contains(element));
			});
		});
	const scroll = (page: Page, part: number) =>
		page.evaluate((part) => scrollTo(0, part * (document.documentElement.scrollHeight - innerHeight)), part);

	it.each([
		['held sideways', SIDEWAYS],
		['held upright', PHONE],
	])('Next and Back in the wizard can be read and pressed on a phone %s', async (_, viewport) => {
		const page = await open('/add?board=virtual', viewport);
		await page.getByLabel('Name').fill('Cellar');
		await page.getByRole('button', { name: 'Next: Relays & pins' }).click();
		await page.getByRole('heading', { name: 'Relays & pins' }).waitFor();
		await lose(page);
		for (const name of ['Next: Sensor', 'Back'])
			await expect.poll(() => isFree(page.getByRole('button', { name }))).toBe(true);
		await scroll(page, 1);
		await expect.poll(() => isFree(page.getByRole('button', { name: 'Add relay' }))).toBe(true);
	});

	it('Save and Cancel of a scene are free wherever its page is scrolled to', async () => {
		const page = await open('/scenes/new');
		await page.getByLabel('Lights').first().waitFor();
		await lose(page);
		for (const part of [0, 0.5, 0.9, 1]) {
			await scroll(page, part);
			await expect.poll(() => isFree(page.getByRole('button', { name: 'Save' }))).toBe(true);
			await expect.poll(() => isFree(page.getByRole('link', { name: 'Cancel' }))).toBe(true);
		}
	});

	it.each([
		['Settings', '/settings', 'Version', (page: Page) => page.getByRole('combobox', { name: 'Time zone' })],
		['the page of a pending device', '', 'Was to expire', (page: Page) => page.getByRole('timer')],
		[
			'People',
			'/people',
			'None. An invitation',
			(page: Page) => page.getByRole('list', { name: 'Everybody with an account' }),
		],
	])('the end of %s can be scrolled out from under it', async (_, path, last, content) => {
		const page = await open(path || `/pending/${pending}`);
		await content(page).first().waitFor();
		await lose(page);
		await scroll(page, 1);
		await expect.poll(() => isFree(page.getByText(last))).toBe(true);
	});

	it.each([
		['of Activity', () => '/activity', 'Export CSV'],
		['of a device', () => `/devices/${kitchen}`, 'Download history and readings'],
		['of a pending device', () => `/pending/${pending}`, 'Download config file'],
	])('what can be downloaded %s rests until the hub is back', async (_, path, name) => {
		const page = await open(path());
		const link = page.locator('a').filter({ hasText: name });
		await link.waitFor({ state: 'attached' });
		await page.evaluate(() => document.querySelectorAll('details').forEach((fold) => (fold.open = true)));
		await link.waitFor();
		await lose(page);
		expect(await page.getByRole('button', { name }).isDisabled()).toBe(true);
		expect(await link.count()).toBe(0);
		await house.hub.start();
		await link.waitFor();
		await house.hub.stop();
	});
});
