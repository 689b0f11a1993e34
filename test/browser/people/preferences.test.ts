import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_PREFERENCES } from '../../../protocol/dashboard/people/no-preferences.ts';
import { type BrowserSession, type LiveView, PASSWORD } from '../../harness/browser-session.ts';
import { TestHub } from '../../harness/hub.ts';
import { join as joined } from '../../harness/people/people.ts';
import { DESK, launch, openPage } from '../harness/chromium.ts';

const hub = new TestHub();
let anna: BrowserSession;
let view: LiveView;
let browser: Browser;
/** two of Anna, and one of Ben */
let phone: Page;
let desk: Page;
let bens: Page;
const complaints: string[] = [];

async function dashboardOf(session: BrowserSession, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
	const { page, context } = await openPage(browser, hub.origin, { reducedMotion: 'reduce', ...options });
	const [name, value] = session.cookie.split('=') as [string, string];
	await context.addCookies([{ name, value, url: hub.origin }]);
	page.on('pageerror', (error) => complaints.push(String(error)));
	return page;
}

const tile = (page: Page) => page.getByText(/^-?\d+\.\d°$/).first();
const degrees = async (page: Page) => Number((await tile(page).textContent())!.replace('°', ''));
const firstTime = (page: Page) => page.locator('main time').first();
const chips = (page: Page) =>
	page
		.getByRole('group', { name: 'Days' })
		.getByRole('checkbox')
		.evaluateAll((boxes) =>
			boxes.map(
				(box) =>
					box
						.closest('label')!
						.textContent!.trim()
						.slice(-9)
						.match(/[A-Z][a-z]+day$/)?.[0],
			),
		);
const language = (page: Page) => page.evaluate(() => localStorage.getItem('mooring-language'));

async function openSchedule(page: Page): Promise<void> {
	await page.goto(`/devices/${view.device('Climate')!.id}`);
	await page.getByRole('button', { name: 'Add schedule' }).click();
	await page.getByRole('group', { name: 'Days' }).waitFor();
}
/** What Anna chooses on her phone. */
const choose = (name: string) => phone.getByText(name, { exact: true }).click();

beforeAll(async () => {
	await hub.start();
	anna = await hub.owner();
	view = await anna.open();
	const sensors = [{ id: 1, type: 'virtual' as const }];
	const { id } = await anna.addVirtualBoard({ name: 'Climate', sensors });
	await anna.call('POST', `/pending/${id}/virtual-board`);
	await view.until(() =>
		view.device('Climate')?.readings.some(({ unit, value }) => unit === 'celsius' && value !== null),
	);
	const ben = await joined(hub, anna, 'ben');
	browser = await launch();
	phone = await dashboardOf(anna);
	desk = await dashboardOf(anna, { viewport: DESK });
	bens = await dashboardOf(ben, { viewport: DESK });
	await phone.goto('/account');
	await phone.getByRole('heading', { name: 'Language and formats' }).waitFor();
});
afterAll(async () => {
	view.close();
	await browser?.close();
	await hub.remove();
});

describe('what a person chooses for how the dashboard speaks', () => {
	it('°F changes the tiles of their other dashboard without a reload, and not those of somebody else', async () => {
		for (const page of [desk, bens]) {
			await page.goto('/');
			await tile(page).waitFor();
			await page.evaluate(() => (document.body.dataset.loaded = 'once'));
		}
		expect(await degrees(desk)).toBeLessThan(35);
		await choose('°F');
		await expect.poll(() => degrees(desk)).toBeGreaterThan(45);
		expect(await degrees(bens)).toBeLessThan(35);
		expect(await desk.evaluate(() => document.body.dataset.loaded)).toBe('once');
	});

	it('12 hours change Activity, and not that of somebody else', async () => {
		for (const page of [desk, bens]) {
			await page.goto('/activity');
			await firstTime(page).waitFor();
		}
		await expect.poll(() => firstTime(desk).textContent()).toMatch(/^\d\d:\d\d$/);
		await choose('12 hours');
		await expect.poll(() => firstTime(desk).textContent()).toMatch(/^\d{1,2}:\d\d\s[ap]m$/);
		expect(await firstTime(bens).textContent()).toMatch(/^\d\d:\d\d$/);
	});

	it('Sunday changes the days of the schedule editor, and not those of somebody else', async () => {
		for (const page of [desk, bens]) {
			await openSchedule(page);
			expect((await chips(page))[0]).toBe('Monday');
		}
		await choose('Sunday');
		await expect.poll(() => chips(desk).then(([first]) => first)).toBe('Sunday');
		expect((await chips(bens))[0]).toBe('Monday');
	});

	it('is on the first paint of the next visit, before the hub has answered', async () => {
		const kept = await desk.evaluate(() => localStorage.getItem('mooring-formats'));
		expect(JSON.parse(kept!)).toEqual({ hours: '12', weekStart: 'sunday', temperature: 'fahrenheit' });
		expect(view.preferences).toEqual({
			...NO_PREFERENCES,
			hours: '12',
			weekStart: 'sunday',
			temperature: 'fahrenheit',
		});
	});

	it('their language is put into both of their browsers, each of which is loaded anew once', async () => {
		await desk.goto('/');
		let loads = 0;
		desk.on('load', () => loads++);
		await phone.getByLabel('Language', { exact: true }).selectOption('de');
		await expect.poll(() => language(desk)).toBe('de');
		await expect.poll(() => loads).toBe(1);
		await tile(desk)
			.or(desk.getByText(/^-?\d+,\d°$/))
			.first()
			.waitFor();
		await expect.poll(() => desk.getByText(/^-?\d+,\d°$/).count()).toBeGreaterThan(0);
		expect([loads, await language(phone), await language(bens)]).toEqual([1, 'de', null]);
	});

	it('a language that was picked before the sign-in becomes theirs', async () => {
		const { page } = await openPage(browser, hub.origin);
		await page.goto('/signin');
		await page.locator('#gate-language').selectOption('fr');
		await expect.poll(() => page.locator('#gate-language').inputValue()).toBe('fr');
		await page.locator('#name').fill('anna');
		await page.locator('input[type=password]').fill(PASSWORD);
		await page.locator('form button.btn--go').click();
		await view.until(() => view.preferences.language === 'fr');
		await expect.poll(() => language(desk)).toBe('fr');
	});

	it('nothing of it makes the browsers complain', () => expect(complaints).toEqual([]));
});
