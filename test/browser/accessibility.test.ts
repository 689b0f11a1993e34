import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HubProcess } from '../harness/hub-process.ts';
import { violations } from './harness/axe.ts';
import { DESK, PHONE, launch, openPage } from './harness/chromium.ts';

describe.each([
	['phone', 'light', PHONE],
	['desk', 'dark', DESK],
] as const)('on a %s in %s', (_, colorScheme, viewport) => {
	const hub = new HubProcess();
	let browser: Browser;
	let page: Page;

	beforeAll(async () => {
		await hub.start();
		browser = await launch();
		({ page } = await openPage(browser, hub.origin, { viewport, colorScheme, reducedMotion: 'reduce' }));
	});
	afterAll(async () => {
		await browser?.close();
		await hub.remove();
	});

	const next = () => page.getByRole('button', { name: /^Next/ }).click();

	it('axe finds nothing on set-up and on the empty house', async () => {
		await page.goto(`/setup#code=${hub.setUpCode}`);
		await page.getByLabel('User name').fill('Anna');
		expect(await violations(page)).toEqual([]);
		await page.getByLabel('Password', { exact: true }).fill('correct horse battery');
		await page.getByRole('button', { name: 'Become the owner' }).click();
		await page.getByRole('heading', { name: 'No devices yet' }).waitFor();
		expect(await violations(page)).toEqual([]);
		await page.getByLabel('Anna, your account').click();
		expect(await violations(page)).toEqual([]);
	});

	it('axe finds nothing on any step of the wizard', async () => {
		await page.goto('/add');
		await page.getByLabel('Name').fill('Attic fan');
		expect(await violations(page)).toEqual([]);
		await next();
		await page.getByLabel('Network name').fill('home');
		expect(await violations(page)).toEqual([]);
		await next();
		await page.getByLabel('Pin', { exact: true }).first().selectOption({ label: 'D3 (boot)' });
		expect(await violations(page)).toEqual([]);
		await next();
		await page.getByLabel('Sensor').selectOption({ label: 'DHT22: temperature and humidity' });
		expect(await violations(page)).toEqual([]);
		await next();
		expect(await violations(page)).toEqual([]);
		await page.getByRole('button', { name: 'Make pending device' }).click();
		await page.getByRole('link', { name: 'Download config file' }).waitFor();
		expect(await violations(page)).toEqual([]);
	});

	it('axe finds nothing on my devices, with a device, a pending one, a toast and a dialog', async () => {
		await page.goto('/add?board=virtual');
		await page.getByLabel('Name').fill('Boiler room');
		for (let step = 0; step < 3; step++) await next();
		await page.getByRole('button', { name: 'Make pending device' }).click();
		await page.getByRole('button', { name: 'Start virtual board' }).click();
		await page.getByRole('link', { name: 'To My devices' }).click();
		await page.getByText('ONLINE', { exact: true }).waitFor();
		expect(await violations(page)).toEqual([]);
		await page.getByRole('article', { name: 'Boiler room' }).getByRole('button', { name: 'Delete' }).click();
		await page.getByRole('dialog').waitFor();
		expect(await violations(page)).toEqual([]);
		await page.keyboard.press('Escape');
		// The dialog has an entry in the history, which is left after it has closed; that would abort a navigation.
		await expect.poll(() => page.evaluate(() => JSON.stringify(history.state))).not.toContain('"dialog"');
	});

	it('axe finds nothing on Home with tiles, on their sheets, while arranging, and on More', async () => {
		await page.goto('/');
		await page.getByRole('switch', { disabled: false }).first().waitFor();
		expect(await violations(page)).toEqual([]);
		for (const name of [/^More about .*Relay 1/, /^More about .*Temperature/]) {
			await page.getByRole('button', { name }).press('Enter');
			await page.getByRole('dialog').waitFor();
			expect(await violations(page)).toEqual([]);
			await page.keyboard.press('Escape');
			await page.getByRole('dialog').waitFor({ state: 'detached' });
		}
		await page.getByRole('button', { name: 'Search', exact: true }).click();
		await page.getByRole('searchbox').fill('no such tile');
		await page.getByText('No tile matches.').waitFor();
		expect(await violations(page)).toEqual([]);
		await page.keyboard.press('Escape');
		await page.getByRole('button', { name: 'Arrange', exact: true }).click();
		await page.getByRole('button', { name: 'Done' }).waitFor();
		expect(await violations(page)).toEqual([]);
		await page.goto('/more');
		await page.getByRole('link', { name: /^Add device/ }).waitFor();
		expect(await violations(page)).toEqual([]);
	});

	it('axe finds nothing on people, an invitation and an account', async () => {
		await page.goto('/account');
		await page.getByText('This session').waitFor();
		expect(await violations(page)).toEqual([]);
		await page.goto('/people');
		await page.getByRole('list', { name: 'Everybody with an account' }).waitFor();
		expect(await violations(page)).toEqual([]);
		await page.getByRole('link', { name: 'Anna', exact: true }).click();
		await page.getByText('You cannot remove yourself.').waitFor();
		expect(await violations(page)).toEqual([]);
		await page.goto('/people');
		await page.getByRole('button', { name: 'Invite' }).click();
		const dialog = page.getByRole('dialog', { name: 'Invite somebody' });
		await dialog.getByLabel('Add room, device or relay…').selectOption({ label: 'Boiler room' });
		await dialog.getByText('Only at certain hours of the week').click();
		await dialog.getByText('Other…').click();
		expect(await violations(page)).toEqual([]);
		await dialog.getByText('Member', { exact: true }).click();
		await dialog.getByLabel('Your current password').fill('correct horse battery');
		await dialog.getByRole('button', { name: 'Make link' }).click();
		await dialog.getByRole('img', { name: 'QR code of the invitation' }).waitFor();
		expect(await violations(page)).toEqual([]);
		const link = await dialog.getByRole('group', { name: 'Link of the invitation' }).innerText();
		await page.goto(link);
		await page.getByText('You are signed in here as Anna.').waitFor();
		expect(await violations(page)).toEqual([]);
	});

	it('axe finds nothing when the hub is out of reach, and on the sign-in', async () => {
		await hub.kill();
		await page.getByText('The hub is out of reach.').waitFor();
		expect(await violations(page)).toEqual([]);
		await hub.start();
		await page.getByText('The hub is out of reach.').waitFor({ state: 'detached' });
		await page.context().clearCookies();
		await page.goto('/devices');
		await page.getByRole('heading', { name: 'Sign in' }).waitFor();
		expect(await violations(page)).toEqual([]);
	});

	it('nothing is wider than the page', async () => {
		for (const path of ['/signin', '/setup', '/join']) {
			await page.goto(path);
			await page.getByRole('main').waitFor();
			expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), path).toBeLessThanOrEqual(0);
		}
	});
});
