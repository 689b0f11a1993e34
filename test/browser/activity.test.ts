import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { memberOf } from '../harness/people/member.ts';
import { violations } from './harness/axe.ts';
import { DESK } from './harness/chromium.ts';
import { BrowserHouse } from './harness/browser-house.ts';

describe('what happened in the house', () => {
	const house = new BrowserHouse();
	let kitchen: string;
	let phone: Page;

	beforeAll(async () => {
		await house.start();
		const ben = await memberOf(house.hub);
		phone = await house.open('/activity');
		kitchen = (await house.add('Kitchen', ['Lights', 'Fan'])).id;
		await house.add('Garden', ['Pump']);
		await ben.call('PUT', `/devices/${kitchen}/relays/2`, { on: true });
	});
	afterAll(() => house.remove());
	afterEach(() => expect(house.complaints.splice(0)).toEqual([]));

	const entries = (page: Page) => page.getByRole('main').getByRole('listitem');
	const texts = async (page: Page) => (await entries(page).allTextContents()).map((text) => text.trim());
	const filter = (page: Page, which: string, label: string) => page.getByLabel(which).selectOption({ label });
	const lights = (on: boolean) => house.owner.call('PUT', `/devices/${kitchen}/relays/1`, { on });

	it('tells it live, newest first, under the day, with who did it', async () => {
		await lights(true);
		await expect.poll(async () => (await texts(phone))[0]).toMatch(/Lights switched on by anna.*Kitchen.*\d\d:\d\d/s);
		expect((await texts(phone))[1]).toMatch(/Fan switched on by ben/);
		await phone.getByRole('heading', { name: 'Today' }).waitFor();
		expect(await violations(phone)).toEqual([]);
	});

	it('is narrowed by device, person and kind, and what happens meanwhile is told where it belongs', async () => {
		await filter(phone, 'Device', 'Kitchen');
		await filter(phone, 'Kind', 'Relays');
		await filter(phone, 'Person', 'anna');
		await expect.poll(() => texts(phone)).toEqual([expect.stringContaining('Lights switched on by anna')]);
		await house.owner.call('PUT', `/devices/${house.view.device('Garden')!.id}/relays/1`, { on: true });
		await lights(false);
		await expect.poll(async () => (await texts(phone)).length).toBe(2);
		expect((await texts(phone))[0]).toContain('Lights switched off by anna');
		await filter(phone, 'Person', 'ben');
		await expect.poll(() => texts(phone)).toEqual([expect.stringContaining('Fan switched on by ben')]);
	});

	it('exports what is shown, as CSV, by the same filters', async () => {
		const link = phone.getByRole('link', { name: 'Export CSV' });
		const [download] = await Promise.all([phone.waitForEvent('download'), link.click()]);
		const url = new URL(download.url());
		expect(Object.fromEntries(url.searchParams)).toEqual({ device: kitchen, person: 'ben', kind: 'relay' });
		expect(download.suggestedFilename()).toMatch(/\.csv$/);
	});

	it('keeps its filter in the address: a reload and a link from a device show the same', async () => {
		await phone.reload();
		await expect.poll(() => texts(phone)).toEqual([expect.stringContaining('Fan switched on by ben')]);
		await phone.goto(`/activity?device=${kitchen}`);
		await expect.poll(() => phone.getByLabel('Device').inputValue()).toBe(kitchen);
		await expect.poll(async () => (await texts(phone)).some((text) => text.includes('Garden'))).toBe(false);
	});

	it('says that nothing fits, and leads back to everything', async () => {
		await phone.goto('/activity');
		await filter(phone, 'Days', 'Yesterday');
		await phone.getByText('Nothing matches these filters.').waitFor();
		await phone.getByRole('link', { name: 'Show everything' }).click();
		await expect.poll(async () => (await texts(phone)).length).toBeGreaterThan(4);
	});

	it('takes days of one’s own choice', async () => {
		await filter(phone, 'Days', 'From … to …');
		await phone.getByLabel('To', { exact: true }).fill('2020-01-02');
		await phone.getByText('Nothing matches these filters.').waitFor();
		expect(new URL(phone.url()).searchParams.get('to')).toBe('2020-01-02');
		expect(await violations(phone)).toEqual([]);
	});

	it('shows more page by page, without a gap and nothing twice', async () => {
		for (let i = 0; i < 30; i++) for (const on of [true, false]) await lights(on);
		await phone.goto(`/activity?device=${kitchen}&kind=relay`);
		await expect.poll(() => entries(phone).count()).toBe(50);
		await lights(true);
		await expect.poll(() => entries(phone).count()).toBe(51);
		await phone.getByRole('button', { name: 'Show more' }).click();
		await phone.getByText('That is all there is.').waitFor();
		const times = await phone.locator('time').evaluateAll((all) => all.map((time) => time.getAttribute('datetime')!));
		expect(times.length).toBeGreaterThan(62);
		expect([...times].sort().reverse()).toEqual(times);
	});

	it('leads from a line to its device, with the keyboard', async () => {
		await entries(phone).first().getByRole('link').press('Enter');
		await phone.waitForURL(`**/devices/${kitchen}`);
	});

	it('fits a desk in the dark', async () => {
		const desk = await house.open('/activity', house.owner, { viewport: DESK, colorScheme: 'dark' });
		await entries(desk).first().waitFor();
		expect(await violations(desk)).toEqual([]);
	});
});
