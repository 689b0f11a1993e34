import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { LIMITS } from '../../../protocol/dashboard/limits.ts';
import type { DeviceConfig, DevicePlan, SchedulePlan } from '../../../protocol/dashboard/plan.ts';
import { guestOf } from '../../harness/people/member.ts';
import { violations } from '../harness/axe.ts';
import { BrowserHouse } from '../harness/browser-house.ts';
import { DESK, PHONE } from '../harness/chromium.ts';

const EVERY_DAY = 127;
const MORNING: Omit<SchedulePlan, 'id' | 'relay'> = {
	on: true,
	weekdays: EVERY_DAY,
	event: 'time',
	minutes: 7 * 60,
	forMs: 0,
	when: 'always',
	varyMinutes: 0,
};
const house = new BrowserHouse();
const opened: Page[] = [];
let garden: string;
let running = true;

const configOf = (device: string) => house.owner.call<DeviceConfig>('GET', `/devices/${device}/config`);
const schedules = async (device = garden) => (await configOf(device)).plan.schedules;
/** What somebody else does to a device meanwhile. */
async function change(device: string, by: (plan: DevicePlan) => Partial<DevicePlan>): Promise<void> {
	const { config, plan } = await configOf(device);
	await house.owner.call('PUT', `/devices/${device}/config`, { version: config.version, ...plan, ...by(plan) });
}
async function open(options = {}): Promise<Page> {
	const page = await house.open('/automations', house.owner, {
		viewport: PHONE,
		timezoneId: 'Europe/Berlin',
		...options,
	});
	opened.push(page);
	await page.getByRole('button', { name: 'Add schedule' }).waitFor();
	return page;
}
const adding = (page: Page) => page.getByRole('button', { name: 'Add schedule' });
const sheet = (page: Page) => page.getByRole('dialog', { name: 'Add schedule' });
const relay = (page: Page) => sheet(page).getByLabel('Relay');
const sunset = (page: Page) => sheet(page).getByText('Sunset', { exact: true });
const save = (page: Page) => sheet(page).getByRole('button', { name: 'Save' });
const gone = (page: Page) => sheet(page).waitFor({ state: 'detached' });
const offers = (page: Page) => relay(page).locator('option:not([value=""])').allTextContents();

beforeAll(async () => {
	await house.start();
	const place = { latitude: 52.5, longitude: 13.4 };
	await house.owner.call('PUT', '/settings', { timeZone: 'Europe/Berlin', place, historyDays: 365 });
	garden = (await house.add('Garden', ['Pump', 'Lights'])).id;
});
afterAll(() => house.remove());
afterEach(async () => {
	if (!running) await house.hub.start();
	running = true;
	await Promise.all(opened.splice(0).map((page) => page.context().close()));
	if (house.view.device('Garden')) await change(garden, () => ({ schedules: [] }));
	expect(house.complaints.splice(0).filter((text) => !/status of 4\d\d/.test(text))).toEqual([]);
});

describe('a schedule of the only device', () => {
	it('at sunset is made with four taps from Home, and stands in the list at once', async () => {
		const page = await house.open('/', house.owner, { viewport: PHONE });
		opened.push(page);
		await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Automations' }).click();
		await adding(page).click();
		await sunset(page).click();
		expect(await offers(page)).toEqual(['Pump', 'Lights']);
		await sheet(page).getByText('By the time of Europe/Berlin').waitFor();
		expect(await violations(page)).toEqual([]);
		await save(page).click();
		await gone(page);
		await expect.poll(() => page.getByRole('main').getByRole('link', { name: 'Pump on' }).count()).toBeGreaterThan(0);
		await expect.poll(() => adding(page).evaluate((button) => button === document.activeElement)).toBe(true);
		expect(await schedules()).toMatchObject([{ relay: 1, event: 'sunset', on: true, weekdays: EVERY_DAY }]);
		await page.getByText('Saved: Garden.').waitFor();
		await page.getByRole('button', { name: 'Undo' }).click();
		await expect.poll(async () => (await schedules()).length).toBe(0);
	});

	it('asks where the house is without losing what is chosen', async () => {
		await house.owner.call('PUT', '/settings', { timeZone: 'Europe/Berlin', place: null, historyDays: 365 });
		const page = await open();
		await adding(page).click();
		await relay(page).selectOption({ label: 'Lights' });
		await sheet(page).getByText('Off', { exact: true }).click();
		await sunset(page).click();
		await sheet(page).getByRole('button', { name: 'Say where the house is' }).click();
		const place = page.getByRole('dialog', { name: 'Place' });
		await place.getByLabel('Latitude').fill('52.5');
		await place.getByLabel('Longitude').fill('13.4');
		await place.getByRole('button', { name: 'Save' }).click();
		await sheet(page).getByText('Lights off').waitFor();
		expect(await sheet(page).getByRole('button', { name: 'Say where the house is' }).count()).toBe(0);
		await save(page).click();
		await gone(page);
		expect(await schedules()).toMatchObject([{ relay: 2, event: 'sunset', on: false }]);
		await expect.poll(() => adding(page).evaluate((button) => button === document.activeElement)).toBe(true);
	});

	it('says what is missing at its field, and keeps the dialog open', async () => {
		const page = await open();
		await adding(page).click();
		await sheet(page).getByRole('checkbox').first().waitFor();
		for (const day of await sheet(page).getByRole('checkbox').all()) await day.uncheck();
		await save(page).click();
		await sheet(page).getByText('Choose at least one day.').first().waitFor();
		await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('schedules-1-weekdays');
		expect(await schedules()).toEqual([]);
	});
});

describe('while somebody else saves the same device', () => {
	const pumps = (name: string) => (plan: DevicePlan) => ({
		relays: plan.relays.map((own) => (own.id === 1 ? { ...own, name } : own)),
	});

	it('in the same moment: says so, loses nothing, and saves on top of it', async () => {
		const page = await open({ viewport: DESK, colorScheme: 'dark' });
		await adding(page).click();
		await relay(page).selectOption({ label: 'Lights' });
		await sunset(page).click();
		await sheet(page).getByRole('button', { name: '5 min later' }).click();
		let first = true;
		await page.route(`**/devices/${garden}/config`, async (route) => {
			if (first && route.request().method() === 'PUT') {
				first = false;
				await change(garden, pumps('Well pump'));
			}
			await route.continue();
		});
		await save(page).click();
		await sheet(page).getByText('Somebody has just changed Garden.').waitFor();
		expect(await violations(page)).toEqual([]);
		expect(await offers(page)).toEqual(['Well pump', 'Lights']);
		await sheet(page).getByText('Lights on').waitFor();
		await sheet(page).getByText('Every day 5 min after sunset').waitFor();
		await save(page).click();
		await gone(page);
		const { plan } = await configOf(garden);
		expect(plan.relays[0]!.name).toBe('Well pump');
		expect(plan.schedules).toMatchObject([{ relay: 2, event: 'sunset', minutes: 5 }]);
		await change(garden, pumps('Pump'));
	});

	it('before it is saved: it joins the new plan, also where its number is taken', async () => {
		const page = await open();
		await adding(page).click();
		await sunset(page).click();
		await change(garden, () => ({ schedules: [{ id: 1, relay: 2, ...MORNING }] }));
		await page.locator('[id^=schedules-2-]').first().waitFor();
		await sheet(page).getByText('Every day at sunset').waitFor();
		await save(page).click();
		await gone(page);
		expect(await schedules()).toMatchObject([
			{ id: 1, relay: 2, event: 'time' },
			{ id: 2, relay: 1, event: 'sunset' },
		]);
	});

	it('and takes the relay away: says so, asks for another, and keeps the rest', async () => {
		const shed = (await house.add('Shed', ['Fan', 'Heater'])).id;
		const page = await open();
		await adding(page).click();
		await relay(page).selectOption({ label: 'Heater, Shed' });
		await sunset(page).click();
		await change(shed, ({ relays }) => ({ relays: relays.slice(0, 1) }));
		await sheet(page).getByText('This relay is not there any more.').waitFor();
		await save(page).click();
		await sheet(page).getByText('Choose the relay that it switches.').waitFor();
		await relay(page).selectOption({ label: 'Lights, Garden' });
		await sheet(page).getByText('Lights on').waitFor();
		await save(page).click();
		await gone(page);
		expect(await schedules(shed)).toEqual([]);
		expect(await schedules()).toMatchObject([{ relay: 2, event: 'sunset' }]);
		await house.owner.call('DELETE', `/devices/${shed}`);
	});
});

describe('a hub that is lost', () => {
	it('is told in the dialog, whose Save rests until it is back; what was chosen is saved then', async () => {
		const page = await open();
		await adding(page).click();
		await sunset(page).click();
		await house.hub.stop();
		running = false;
		await sheet(page).getByText('This can be done once it is back.').waitFor();
		expect(await save(page).isDisabled()).toBe(true);
		expect(await violations(page)).toEqual([]);
		await house.hub.start();
		running = true;
		await expect.poll(() => save(page).isEnabled()).toBe(true);
		await save(page).click();
		await gone(page);
		expect(await schedules()).toMatchObject([{ event: 'sunset' }]);
	});

	it('with its answer is asked first what it did, so that nothing is saved twice', async () => {
		const page = await open();
		await adding(page).click();
		await sunset(page).click();
		await page.route(`**/devices/${garden}/config`, async (route) => {
			if (route.request().method() !== 'PUT') return route.continue();
			await route.fetch();
			await route.abort();
		});
		await save(page).click();
		await gone(page).catch(() => save(page).click());
		await gone(page);
		expect(await schedules()).toHaveLength(1);
	});
});

describe('in a house of many boards', () => {
	it('the relay is asked for first, by rooms; only boards that can keep a schedule are offered, by keyboard alone', async () => {
		const kitchen = (await house.add('Kitchen', ['Worktop'])).id;
		await house.owner.call('PATCH', `/devices/${kitchen}`, { room: 'Ground floor' });
		await change(kitchen, () => ({
			schedules: Array.from({ length: LIMITS.schedules }, (_, index) => ({ id: index + 1, relay: 1, ...MORNING })),
		}));
		await house.owner.call('POST', '/legacy-devices', { name: 'Old heater', relays: [{ id: 1, name: 'Heater' }] });
		const page = await open({ viewport: DESK });
		await adding(page).press('Enter');
		await expect.poll(() => relay(page).evaluate((field) => field === document.activeElement)).toBe(true);
		expect(
			await relay(page)
				.locator('optgroup')
				.evaluateAll((groups) => groups.map((group) => group.getAttribute('label'))),
		).toEqual(['Ground floor', 'Without a room']);
		expect(await offers(page)).toEqual([
			'Worktop, Kitchen (no room for another schedule)',
			'Pump, Garden',
			'Lights, Garden',
		]);
		expect(await relay(page).locator('option', { hasText: 'Worktop' }).isDisabled()).toBe(true);
		await page.keyboard.press('Enter');
		await save(page).press('Enter');
		await sheet(page).getByText('Choose the relay that it switches.').waitFor();
		await expect.poll(() => relay(page).evaluate((field) => field === document.activeElement)).toBe(true);
		expect(await violations(page)).toEqual([]);
		await relay(page).selectOption({ label: 'Pump, Garden' });
		await sheet(page).getByText('Pump on').waitFor();
		await page.keyboard.press('Escape');
		await gone(page);
		await page.getByRole('button', { name: 'Leave without saving' }).press('Enter');
		await expect.poll(() => adding(page).evaluate((button) => button === document.activeElement)).toBe(true);
		expect(await schedules()).toEqual([]);
	});

	it('nobody may make one who may not change devices', async () => {
		const mia = await guestOf(house.hub, 'mia', [{ kind: 'relay', device: garden, relay: 1, may: 'switch' }]);
		const page = await house.open('/automations', mia, { viewport: PHONE });
		opened.push(page);
		await page.getByRole('heading', { level: 1 }).first().waitFor();
		await page.waitForLoadState('networkidle');
		expect(await adding(page).count()).toBe(0);
	});
});
