import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { decodeConfigFile } from '../../protocol/config-file.ts';
import { BrowserHouse } from './harness/browser-house.ts';
import { PHONE } from './harness/chromium.ts';

const HARBOUR = { ssid: 'Harbour', password: 'salt and tar on the pier' };
const RENEWED = 'fresh paint on the hull';

const house = new BrowserHouse();
let page: Page;
/** what the hub's API has answered to this browser */
let answers: string[];

beforeAll(async () => {
	await house.start();
	page = await house.open('/', house.owner, { viewport: PHONE });
	page.on('response', (response) => {
		if (response.url().includes('/api/v1/'))
			void response.text().then(
				(text) => answers.push(text),
				() => undefined,
			);
	});
});
afterAll(() => house.remove());

const next = (step: string) => page.getByRole('button', { name: `Next: ${step}` }).click();

/** Goes through the wizard; `wifi` does what its step asks for. */
async function add(name: string, wifi: () => Promise<void>): Promise<string> {
	answers = [];
	await page.goto('/add?board=d1-mini');
	await page.getByLabel('Name', { exact: true }).fill(name);
	await next('Wi-Fi');
	await page.getByRole('heading', { name: 'Wi-Fi' }).waitFor();
	await wifi();
	await next('Relays & pins');
	await next('Sensor');
	await next('Finish');
	await page.getByText(HARBOUR.ssid).waitFor();
	await page.getByRole('button', { name: 'Make pending device' }).click();
	await page.waitForURL('**/pending/*');
	return page.url().split('/').pop()!;
}

async function passwordOf(id: string): Promise<string> {
	const config = decodeConfigFile(await house.owner.configFile(id));
	return config.ok ? config.value.wifi[0]!.password : config.error;
}

it('the Wi-Fi is typed for the first board, and for the second one nothing is', async () => {
	const first = await add('Gate', async () => {
		await page.getByLabel('Network name').fill(HARBOUR.ssid);
		await page.getByLabel('Password', { exact: true }).fill(HARBOUR.password);
		expect(await page.getByRole('checkbox', { name: /Keep it on this hub for the next board/ }).isChecked()).toBe(true);
	});
	expect(await passwordOf(first)).toBe(HARBOUR.password);

	const second = await add('Shed', async () => {
		await page.getByRole('radio', { name: 'Harbour kept by this hub', checked: true }).waitFor();
		expect(await page.getByRole('textbox').count()).toBe(0);
	});
	expect(await passwordOf(second)).toBe(HARBOUR.password);
	expect(answers.length).toBeGreaterThan(1);
	expect(answers.join()).not.toContain(HARBOUR.password);
	expect(house.complaints).toEqual([]);
});

it('another network can be typed beside the kept one, and is not kept if its box is not checked', async () => {
	const third = await add('Attic', async () => {
		await page.getByRole('radio', { name: 'Another network' }).check();
		await page.getByLabel('Network name').fill('Harbour guests');
		await page.getByRole('checkbox', { name: /Keep it on this hub/ }).uncheck();
	});
	expect(await passwordOf(third)).toBe('');
	const { networks } = await house.owner.call<{ networks: { ssid: string }[] }>('GET', '/wifi-networks');
	expect(networks.map(({ ssid }) => ssid)).toEqual(['Harbour']);
});

it('Settings change the password and, when asked, remove the network, on other dashboards too', async () => {
	const other = await house.open('/settings', house.owner);
	const card = page.getByRole('region', { name: 'Wi-Fi networks' });
	await page.goto('/settings');
	await card.getByRole('button', { name: 'Change password of Harbour' }).click();
	const dialog = page.getByRole('dialog');
	await dialog.getByLabel('New password').fill('short');
	await dialog.getByRole('button', { name: 'Change password' }).click();
	await dialog.getByText('At least 8 characters').waitFor();
	await dialog.getByLabel('New password').fill(RENEWED);
	await dialog.getByLabel('New password').press('Enter');
	await page.getByText('The next boards get the new password of Harbour.').waitFor();
	const fourth = await add('Quay', async () => {
		await page.getByRole('radio', { name: /Harbour/, checked: true }).waitFor();
	});
	expect(await passwordOf(fourth)).toBe(RENEWED);

	await page.goto('/settings');
	await card.getByRole('button', { name: 'Add a network' }).click();
	await card.getByLabel('Network name').fill('Lighthouse');
	await card.getByRole('button', { name: 'Keep it' }).click();
	await other.getByRole('region', { name: 'Wi-Fi networks' }).getByText('Lighthouse').waitFor();
	await card.getByRole('button', { name: 'Remove Harbour' }).click();
	await page.getByRole('dialog').getByText('Its password is deleted').waitFor();
	await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
	await other.getByRole('button', { name: 'Remove Harbour' }).waitFor({ state: 'detached' });
	await expect.poll(() => card.getByRole('listitem').count()).toBe(1);
	expect(house.complaints).toEqual([]);
});
