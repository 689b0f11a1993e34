import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../hub/boards/catalogue.ts';
import { violations } from './harness/axe.ts';
import { BrowserHouse } from './harness/browser-house.ts';

const NARROW = { width: 320, height: 640 };

describe('the boards of the wizard', () => {
	const house = new BrowserHouse();
	let page: Page;
	beforeAll(async () => {
		await house.start();
		page = await house.open('/add', house.owner, { viewport: { width: 390, height: 844 } });
	});
	afterAll(() => house.remove());

	const board = () => page.getByLabel('Board', { exact: false }).and(page.locator('#board'));
	const list = () => page.getByRole('dialog', { name: 'Choose a board' });
	const search = () => list().getByRole('searchbox', { name: 'Search boards' });
	const rows = () => list().getByRole('listitem');
	const gone = () => list().waitFor({ state: 'detached' });

	it('are all in one list, by family, each with its picture, and axe finds nothing in it', async () => {
		await board().click();
		await list().waitFor();
		expect(await rows().count()).toBe(CATALOGUE.length);
		expect(await list().locator('li svg.thumb').count()).toBe(CATALOGUE.length);
		for (const family of ['Relay boards', 'Sonoff', 'Shelly', 'Athom', 'Other boards'])
			expect(await list().getByRole('heading', { name: family, exact: true }).count()).toBe(1);
		expect(
			await list()
				.getByRole('button', { name: /ESP8266 D1 mini/ })
				.getAttribute('aria-current'),
		).toBe('true');
		expect(await violations(page)).toEqual([]);
	});

	it('fit a narrow phone, each row as high as a finger needs', async () => {
		await page.setViewportSize(NARROW);
		expect(await list().evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth)).toBe(0);
		for (const row of await rows().getByRole('button').all())
			expect((await row.boundingBox())!.height).toBeGreaterThanOrEqual(44);
	});

	it('are found by what is printed on them; Enter takes the only one left and stays in the step', async () => {
		await search().fill('no such board');
		await list().getByText('No board is called that.').waitFor();
		await search().fill('th16');
		await expect.poll(() => rows().count()).toBe(1);
		await search().press('Enter');
		await gone();
		expect(await board().textContent()).toContain('Sonoff TH10 and TH16');
		expect(await page.getByRole('heading', { name: 'Board & name' }).count()).toBe(1);
	});

	it('stay as they were when the list is left by Escape, and the focus returns', async () => {
		await board().click();
		await list().waitFor();
		await page.keyboard.press('Escape');
		await gone();
		expect(await board().textContent()).toContain('Sonoff TH10 and TH16');
		await expect.poll(() => board().evaluate((button) => document.activeElement === button)).toBe(true);
	});

	it('set the plan up: relays, buttons and wall switches, and no sensor where there is no pin', async () => {
		await board().click();
		await list().getByRole('button', { name: 'Shelly 2.5' }).click();
		await gone();
		await page.getByLabel('Name').fill('Blinds');
		await page.getByRole('button', { name: 'Next: Wi-Fi' }).click();
		await page.getByLabel('Network name').fill('home');
		await page.getByLabel('Password', { exact: true }).fill('long enough');
		await page.getByRole('button', { name: 'Next: Relays & pins' }).click();
		await page.getByText('A wall switch at SW2 switches Relay 2.').waitFor();
		await page.getByText('The board’s own button (Button) switches Relay 1.').waitFor();
		await page.getByRole('button', { name: 'Next: Finish' }).click();
		await page.getByRole('button', { name: 'Make pending device' }).click();
		await page.getByRole('heading', { name: 'Open it and connect it' }).waitFor();
	});

	it('say how they are opened and flashed, the danger first', async () => {
		const card = page.getByRole('region', { name: 'Open it and connect it' });
		expect(await card.locator('.note').first().textContent()).toContain('Danger to life');
		expect(await card.locator('.note').nth(1).textContent()).toContain('connected to the mains');
		const steps = await card.getByRole('listitem').allTextContents();
		expect(steps.map((step) => /3V3, RX|1\.27 mm|set to 3\.3 V|IO0 to GND|close the case/.exec(step)?.[0])).toEqual([
			'3V3, RX',
			'1.27 mm',
			'set to 3.3 V',
			'IO0 to GND',
			'close the case',
		]);
		expect(await violations(page)).toEqual([]);
	});

	it('that have a USB port need no such card', async () => {
		const { id } = await house.owner.addVirtualBoard({
			name: 'Pump',
			board: 'd1-mini',
			relays: [{ id: 1, name: 'Pump', gpio: 5, activeLow: true }],
			sensors: [],
			wifi: { ssid: 'home', password: 'long enough' },
		});
		await page.goto(`/pending/${id}`);
		await page
			.getByRole('link', { name: /\.mooring/ })
			.or(page.getByRole('link', { name: /\.zip/ }))
			.first()
			.waitFor();
		expect(await page.getByRole('heading', { name: 'Open it and connect it' }).count()).toBe(0);
	});
});
