import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { LIMITS } from '../../../protocol/dashboard/limits.ts';
import type { DeviceConfig, SchedulePlan } from '../../../protocol/dashboard/plan.ts';
import type { SettingsBody } from '../../../protocol/dashboard/settings.ts';
import { BrowserHouse } from '../harness/browser-house.ts';
import { PHONE } from '../harness/chromium.ts';

const MORNING: Omit<SchedulePlan, 'id'> = {
	relay: 1,
	on: true,
	weekdays: 127,
	event: 'time',
	minutes: 7 * 60,
	forMs: 0,
	when: 'always',
	varyMinutes: 0,
};
const SETTINGS: SettingsBody = { timeZone: 'Europe/Berlin', place: null, historyDays: 365 };
const house = new BrowserHouse();
const opened: Page[] = [];
let garden: string;
let shed: string;

const configOf = (device: string) => house.owner.call<DeviceConfig>('GET', `/devices/${device}/config`);
const schedules = async (device: string) => (await configOf(device)).plan.schedules;
async function keep(device: string, schedules: SchedulePlan[]): Promise<void> {
	const { config, plan } = await configOf(device);
	await house.owner.call('PUT', `/devices/${device}/config`, { version: config.version, ...plan, schedules });
}
/** A phone with the open dialog. */
async function add(): Promise<Page> {
	const options = { viewport: PHONE, hasTouch: true, timezoneId: 'Europe/Berlin' };
	const page = await house.open('/automations', house.owner, options);
	opened.push(page);
	await page.getByRole('button', { name: 'Add schedule' }).tap();
	await sheet(page).waitFor();
	return page;
}
const sheet = (page: Page) => page.getByRole('dialog', { name: 'Add schedule' });
const relay = (page: Page) => sheet(page).getByLabel('Relay');
const sunset = (page: Page) => sheet(page).getByText('Sunset', { exact: true });
const save = (page: Page) => sheet(page).getByRole('button', { name: 'Save' });
const gone = (page: Page) => sheet(page).waitFor({ state: 'detached' });
async function choose(page: Page, label: string): Promise<void> {
	await relay(page).selectOption({ label });
	await sheet(page).getByRole('checkbox').first().waitFor();
}
/** Holds the answers to GETs of a device's plan back until the returned function is called. */
async function delayPlan(page: Page, device: string): Promise<() => void> {
	let go!: () => void;
	const gate = new Promise<void>((resolve) => (go = resolve));
	await page.route(`**/devices/${device}/config`, async (route) => {
		if (route.request().method() === 'GET') await gate;
		await route.continue();
	});
	return go;
}

beforeAll(async () => {
	await house.start();
	await house.owner.call('PUT', '/settings', SETTINGS);
	garden = (await house.add('Garden', ['Pump', 'Lights'])).id;
	shed = (await house.add('Shed', ['Fan', 'Heater'])).id;
});
afterAll(() => house.remove());
afterEach(async () => {
	await Promise.all(opened.splice(0).map((page) => page.context().close()));
	for (const device of [garden, shed]) if (house.view.devices.has(device)) await keep(device, []);
	expect(house.complaints.splice(0).filter((text) => !/status of 4\d\d/.test(text))).toEqual([]);
});

describe('a plan that is still on its way', () => {
	it('of another board: Save waits for it, and the board chosen before gets nothing', async () => {
		const page = await add();
		await choose(page, 'Pump, Garden');
		const arrive = await delayPlan(page, shed);
		await relay(page).selectOption({ label: 'Heater, Shed' });
		await sheet(page).getByText('Heater on').waitFor();
		await save(page).tap();
		await expect.poll(() => save(page).isDisabled()).toBe(true);
		arrive();
		await gone(page);
		expect(await schedules(garden)).toEqual([]);
		expect(await schedules(shed)).toMatchObject([{ relay: 2 }]);
	});

	it('of the first board: Save waits for it as well', async () => {
		const page = await add();
		const arrive = await delayPlan(page, shed);
		await relay(page).selectOption({ label: 'Fan, Shed' });
		await save(page).tap();
		await expect.poll(() => save(page).isDisabled()).toBe(true);
		arrive();
		await gone(page);
		expect(await schedules(shed)).toMatchObject([{ relay: 1 }]);
	});
});

it('a lost answer, and a hub that cannot be asked what it did either, make no second schedule', async () => {
	const page = await add();
	await choose(page, 'Pump, Garden');
	let puts = 0;
	let readable = true;
	await page.route(`**/devices/${garden}/config`, async (route) => {
		if (route.request().method() === 'GET') return readable ? route.continue() : route.abort();
		readable = puts++ > 0;
		if (readable) return route.continue();
		await route.fetch();
		await route.abort();
	});
	await save(page).tap();
	await sheet(page).getByText('The hub did not answer').waitFor();
	await save(page).tap();
	await gone(page);
	expect(puts).toBe(2);
	expect(await schedules(garden)).toHaveLength(1);
});

it('a board that is full by now says so, also after Save', async () => {
	const page = await add();
	await choose(page, 'Pump, Garden');
	await keep(
		garden,
		Array.from({ length: LIMITS.schedules }, (_, index) => ({ ...MORNING, id: index + 1 })),
	);
	const full = sheet(page).getByText('Garden has no room for another schedule now.');
	await full.waitFor();
	await save(page).tap();
	await expect.poll(() => save(page).isEnabled()).toBe(true);
	expect(await full.isVisible()).toBe(true);
});

it('a time that was emptied shows again what is saved', async () => {
	const page = await add();
	await choose(page, 'Pump, Garden');
	const time = sheet(page).locator('input[type=time]');
	await time.fill('');
	await time.blur();
	expect(await time.inputValue()).toBe('07:00');
});

describe('the question where the house is', () => {
	const place = (page: Page) => page.getByRole('dialog', { name: 'Place' });
	async function ask(): Promise<Page> {
		await house.owner.call('PUT', '/settings', SETTINGS);
		const page = await add();
		await choose(page, 'Pump, Garden');
		await sunset(page).tap();
		await sheet(page).getByRole('button', { name: 'Say where the house is' }).tap();
		await place(page).getByRole('combobox').waitFor();
		return page;
	}
	async function answer(page: Page): Promise<void> {
		await place(page).getByLabel('Latitude').fill('52.5');
		await place(page).getByLabel('Longitude').fill('13.4');
		await place(page).getByRole('button', { name: 'Save' }).tap();
		await sheet(page).waitFor();
	}

	it('keeps what was typed when somebody taps beside it', async () => {
		const page = await ask();
		await place(page).getByRole('combobox').fill('Pots');
		const above = { x: PHONE.width / 2, y: 8 };
		for (let tap = 0; tap < 2; tap++) await page.touchscreen.tap(above.x, above.y);
		expect(await place(page).getByRole('combobox').inputValue()).toBe('Pots');
	});

	it('is not done without a place', async () => {
		const page = await ask();
		await place(page).getByRole('button', { name: 'Save' }).tap();
		await place(page).getByText('A place needs both numbers.').waitFor();
		expect(await sheet(page).count()).toBe(0);
	});

	it('says what it is for, and speaks of nothing that it does not show', async () => {
		const page = await ask();
		await place(page).getByText('Sunrise and sunset need to know where you are.').waitFor();
		expect(await place(page).getByText('time zone').count()).toBe(0);
	});

	it('leads back to the choice that needed it', async () => {
		const page = await ask();
		await answer(page);
		await expect
			.poll(() => page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.value))
			.toBe('sunset');
	});

	it('leaves the other settings as somebody else has changed them meanwhile', async () => {
		const page = await ask();
		await house.owner.call('PUT', '/settings', { timeZone: 'Europe/London', place: null, historyDays: 400 });
		await answer(page);
		expect(await house.owner.call('GET', '/settings')).toMatchObject({
			timeZone: 'Europe/London',
			historyDays: 400,
			place: { latitude: 52.5, longitude: 13.4 },
		});
	});
});

it('a device that was removed from the hub is told, and another relay takes over what is chosen', async () => {
	const page = await add();
	await choose(page, 'Fan, Shed');
	await sheet(page).getByText('Off', { exact: true }).tap();
	await house.owner.call('DELETE', `/devices/${shed}`);
	await sheet(page).getByText('This relay is not there any more.').waitFor();
	expect(await relay(page).inputValue()).toBe('');
	await relay(page).selectOption({ label: 'Lights' });
	await sheet(page).getByText('Lights off').waitFor();
	await save(page).tap();
	await gone(page);
	expect(await schedules(garden)).toMatchObject([{ relay: 2, on: false }]);
});
