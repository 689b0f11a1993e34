import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './harness/axe.ts';
import { DESK } from './harness/chromium.ts';
import { BrowserHouse } from './harness/browser-house.ts';

const house = new BrowserHouse();
beforeAll(() => house.start());
afterAll(() => house.remove());
afterEach(() => expect(house.complaints.splice(0).filter((text) => !/status of 4\d\d/.test(text))).toEqual([]));

describe('the schedules of the house', () => {
	let phone: Page;
	let id: string;
	const button = (name: string | RegExp) => phone.getByRole('button', { name });
	const main = () => phone.getByRole('main');
	const next = () => phone.getByRole('region', { name: 'Next runs' });
	const vacation = () => phone.getByRole('region', { name: 'Vacation' });
	const to = (name: string) => phone.getByRole('navigation', { name: 'Main' }).getByRole('link', { name }).click();
	const save = () => phone.locator('.savebar').getByRole('button', { name: 'Save' }).click();
	const inside = () => phone.evaluate(() => document.documentElement.scrollWidth - innerWidth);

	beforeAll(async () => {
		await house.owner.call('PUT', '/settings', {
			timeZone: 'Europe/Berlin',
			place: { latitude: 52.5, longitude: 13.4 },
			historyDays: 365,
		});
		({ id } = await house.add('Garden', ['Pump', 'Lights']));
		phone = await house.open('/', house.owner, { timezoneId: 'Europe/Berlin' });
	});

	it('have a page that teaches how to make the first one', async () => {
		await to('Automations');
		await phone.getByRole('heading', { name: 'Nothing is switched by the clock yet' }).waitFor();
		expect(await violations(phone)).toEqual([]);
		await main().getByRole('button', { name: 'Add schedule' }).click();
		await phone.getByRole('dialog', { name: 'Add schedule' }).getByRole('button', { name: 'Cancel' }).click();
		await phone.getByRole('dialog').waitFor({ state: 'detached' });
	});

	it('are listed with their next runs, and each row leads to its form', async () => {
		await phone.goto(`/devices/${id}`);
		await button('Add schedule').click();
		const card = phone.getByRole('region', { name: 'Schedules' });
		await card.getByText('Sunset', { exact: true }).click();
		await card.getByRole('radio', { name: 'Only in a vacation' }).waitFor();
		await button('Vary by 5 min more').click();
		await card.getByText('± 5 min').waitFor();
		await save();
		await card.getByText(/^Next (today|tomorrow) \d\d:\d\d/).waitFor();
		await to('Automations');
		const row = next().getByRole('listitem');
		await row.getByText('Pump on', { exact: false }).waitFor();
		await row.getByText('on the board').waitFor();
		await row.getByText(/Every day at sunset, varied by up to 5 min in a vacation/).waitFor();
		expect(await violations(phone)).toEqual([]);
		expect(await inside()).toBeLessThanOrEqual(0);
		await row.getByRole('link').click();
		await expect.poll(() => new URL(phone.url()).pathname).toBe(`/devices/${id}`);
		await card.getByRole('button', { name: 'Remove schedule' }).waitFor();
	});

	it('are paused for the whole house, which every list and the tile’s sheet say, and turned on again', async () => {
		await to('Automations');
		await button('Pause all …').click();
		const dialog = phone.getByRole('dialog', { name: 'Pause until …' });
		await dialog.getByRole('radio', { name: 'Tomorrow 06:00' }).waitFor();
		expect(await violations(phone)).toEqual([]);
		await dialog.getByRole('button', { name: 'Pause', exact: true }).click();
		await phone.getByText('All schedules of the house are paused until tomorrow 06:00.').waitFor();
		await main().getByText('Paused with the house until tomorrow 06:00').waitFor();
		await next()
			.getByText(/^(tomorrow|\w{3}) \d\d:\d\d$/)
			.waitFor();
		expect(await violations(phone)).toEqual([]);
		await phone.goto(`/devices/${id}`);
		await phone.getByText('All schedules of the house are paused until tomorrow 06:00.').waitFor();
		await to('Home');
		await phone.getByRole('switch', { name: /^Pump/ }).click({ button: 'right' });
		const sheet = phone.getByRole('dialog', { name: /Pump/ });
		await sheet.getByText(/sunset.*Paused with the house until tomorrow 06:00\.$/).waitFor();
		await phone.keyboard.press('Escape');
		await to('Automations');
		await button('Turn them on again').click();
		await phone.getByText(/^All schedules of the house are paused/).waitFor({ state: 'detached' });
		await main()
			.getByText(/^Next (today|tomorrow) \d\d:\d\d/)
			.waitFor();
	});

	it('are paused one by one, until they are turned on again', async () => {
		await button(/^Pause: .*Pump/).click();
		const dialog = phone.getByRole('dialog', { name: 'Pause until …' });
		await dialog.getByText('I end the pause').click();
		await dialog.getByRole('button', { name: 'Pause', exact: true }).click();
		await main().getByText('Paused until you turn it on again').waitFor();
		await main().getByText('1 schedule, 1 paused').waitFor();
		await button(/^Turn on again: .*Pump/).click();
		await main().getByText('1 schedule', { exact: true }).waitFor();
	});

	it('vary in a vacation, from now until somebody ends it', async () => {
		await vacation().getByText('1 schedule varied in a vacation').waitFor();
		await button('Set a vacation …').click();
		const dialog = phone.getByRole('dialog', { name: 'Vacation' });
		expect(await violations(phone)).toEqual([]);
		await dialog.getByRole('button', { name: 'Save' }).click();
		await vacation().getByText('Until you end it').waitFor();
		await next()
			.getByText(/, varied$/)
			.waitFor();
		const desk = await house.open('/automations', house.owner, { viewport: DESK, colorScheme: 'dark' });
		await desk.getByText('Until you end it').waitFor();
		expect(await violations(desk)).toEqual([]);
		await button('End the vacation').click();
		await button('Set a vacation …').waitFor();
		await desk.getByRole('button', { name: 'Set a vacation …' }).waitFor();
		await next()
			.getByText(/, varied$/)
			.waitFor({ state: 'detached' });
		await to('Activity');
		await main()
			.getByText(/^Vacation ended by anna/)
			.waitFor();
	});
});
