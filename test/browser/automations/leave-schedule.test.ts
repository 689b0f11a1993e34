import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { DeviceConfig } from '../../../protocol/dashboard/plan.ts';
import { violations } from '../harness/axe.ts';
import { BrowserHouse } from '../harness/browser-house.ts';
import { PHONE } from '../harness/chromium.ts';

const house = new BrowserHouse();
let garden: string;
let page: Page;

beforeAll(async () => {
	await house.start();
	const place = { latitude: 52.5, longitude: 13.4 };
	await house.owner.call('PUT', '/settings', { timeZone: 'Europe/Berlin', place, historyDays: 365 });
	garden = (await house.add('Garden', ['Pump', 'Lights'])).id;
	page = await house.open('/automations', house.owner, { viewport: PHONE, timezoneId: 'Europe/Berlin' });
});
afterAll(() => house.remove());
afterEach(() => expect(house.complaints.splice(0)).toEqual([]));

const schedules = async () => (await house.owner.call<DeviceConfig>('GET', `/devices/${garden}/config`)).plan.schedules;
const adding = () => page.getByRole('button', { name: 'Add schedule' });
const sheet = () => page.getByRole('dialog', { name: 'Add schedule' });

it('a schedule that is being made is not lost by Escape, Cancel or Back unless its maker says so', async () => {
	const asked = page.getByRole('dialog', { name: 'Leave without adding the schedule?' });
	const isMade = async () => {
		await sheet().getByText('Lights off').waitFor();
		expect(await sheet().getByLabel('Sunset', { exact: true }).isChecked()).toBe(true);
	};
	await adding().click();
	await sheet().getByLabel('Relay').selectOption({ label: 'Lights' });
	await sheet().getByText('Off', { exact: true }).click();
	await sheet().getByText('Sunset', { exact: true }).click();
	for (const leave of [
		() => page.keyboard.press('Escape'),
		() => sheet().getByRole('button', { name: 'Cancel' }).click(),
		() => page.evaluate(() => history.back()),
	]) {
		await isMade();
		await leave();
		await asked.waitFor();
		expect(await violations(page)).toEqual([]);
		await asked.getByRole('button', { name: 'Cancel' }).click();
	}
	await isMade();
	await page.keyboard.press('Escape');
	await asked.getByRole('button', { name: 'Leave without saving' }).click();
	await asked.waitFor({ state: 'detached' });
	await sheet().waitFor({ state: 'detached' });
	await expect.poll(() => adding().evaluate((button) => button === document.activeElement)).toBe(true);
	expect([await schedules(), new URL(page.url()).pathname]).toEqual([[], '/automations']);
});

it('nobody is asked while nothing was chosen', async () => {
	await adding().click();
	await sheet().getByText('Pump on').waitFor();
	await page.keyboard.press('Escape');
	await sheet().waitFor({ state: 'detached' });
	await expect.poll(() => adding().evaluate((button) => button === document.activeElement)).toBe(true);
	expect(await page.getByRole('dialog').count()).toBe(0);
});

it('a reload, and Back over several pages, ask too before a schedule that is being made is lost', async () => {
	const asked = page.getByRole('dialog', { name: 'Leave without adding the schedule?' });
	const path = () => new URL(page.url()).pathname;
	await page.goto('/devices');
	await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Automations' }).click();
	await adding().click();
	await sheet().getByText('Off', { exact: true }).click();
	await expect.poll(() => page.evaluate(() => JSON.stringify(history.state))).toContain('dialog');
	const [question] = await Promise.all([
		page.waitForEvent('dialog'),
		page.evaluate(() => setTimeout(() => location.reload())),
	]);
	expect(question.type()).toBe('beforeunload');
	await question.dismiss();
	await page.evaluate(() => history.go(-2));
	await asked.getByRole('button', { name: 'Cancel' }).click();
	await sheet().getByText('Pump off').waitFor();
	expect(path()).toBe('/automations');
	await page.evaluate(() => history.go(-2));
	await asked.getByRole('button', { name: 'Leave without saving' }).click();
	await expect.poll(path).toBe('/devices');
	expect(await schedules()).toEqual([]);
});

it('one Back leaves the page after a reload with an open dialog, and after Forward to a closed one', async () => {
	const path = () => new URL(page.url()).pathname;
	const ofDialog = () => page.evaluate(() => JSON.stringify(history.state).includes('dialog'));
	for (const leave of [
		() => page.reload(),
		async () => {
			await page.evaluate(() => history.back());
			await sheet().waitFor({ state: 'detached' });
			await page.evaluate(() => history.forward());
		},
	]) {
		await page.goto('/devices');
		await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Automations' }).click();
		await adding().click();
		await expect.poll(ofDialog).toBe(true);
		await leave();
		await adding().waitFor();
		await expect.poll(ofDialog).toBe(false);
		await page.evaluate(() => history.back());
		await expect.poll(path).toBe('/devices');
	}
});

it('a session that ends while a dialog is open leads to the sign-in', async () => {
	await page.goto('/automations');
	await adding().click();
	await sheet().getByText('Off', { exact: true }).click();
	await house.endSession(page);
	expect(await page.getByRole('dialog').count()).toBe(0);
});
