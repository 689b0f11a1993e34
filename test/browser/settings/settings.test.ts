import type { Page, Request } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { DeviceView } from '../../../protocol/dashboard/devices.ts';
import type { SettingsView } from '../../../protocol/dashboard/settings.ts';
import { poll } from '../../harness/boards/legacy-board.ts';
import { PASSWORD } from '../../harness/browser-session.ts';
import { memberOf } from '../../harness/people/member.ts';
import { violations } from '../harness/axe.ts';
import { DESK } from '../harness/chromium.ts';
import { BrowserHouse } from '../harness/browser-house.ts';

const house = new BrowserHouse();
beforeAll(() => house.start());
afterAll(() => house.remove());
// A refusal is an answer; browsers complain of each.
afterEach(() => expect(house.complaints.splice(0).filter((text) => !/status of 4\d\d/.test(text))).toEqual([]));

describe('settings', () => {
	let page: Page;
	const zone = () => page.getByRole('combobox', { name: 'Time zone' });
	const save = () => page.getByRole('button', { name: 'Save' }).click();
	const saved = () => house.owner.call<SettingsView>('GET', '/settings');
	const toSettings = async () => {
		await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'More' }).click();
		await page.getByRole('main').getByRole('link', { name: 'Settings' }).click();
	};

	beforeAll(async () => {
		page = await house.open('/settings', house.owner, { timezoneId: 'Europe/Berlin' });
	});

	it('propose this device’s time zone to a hub that was told none', async () => {
		await expect.poll(() => zone().inputValue()).toBe('Europe/Berlin');
		await page.getByText('The hub is still on UTC.').waitFor();
		expect(await violations(page)).toEqual([]);
		await save();
		await expect.poll(async () => (await saved()).timeZone).toBe('Europe/Berlin');
		await page.getByText('The hub is still on UTC.').waitFor({ state: 'detached' });
	});

	it('take a zone found by its city, with the keyboard alone; Escape leaves it as it was', async () => {
		await zone().focus();
		await page.keyboard.type('new york');
		await page.getByRole('option', { name: /America\/New York/ }).waitFor();
		expect(await violations(page)).toEqual([]);
		await page.keyboard.press('Enter');
		expect(await zone().inputValue()).toBe('America/New_York');
		await page.keyboard.type('lisb');
		await page.getByRole('option', { name: /Lisbon/ }).waitFor();
		await page.keyboard.press('Escape');
		expect(await zone().inputValue()).toBe('America/New_York');
		await save();
		await expect.poll(async () => (await saved()).timeZone).toBe('America/New_York');
	});

	it('refuse a zone that nobody knows, and leave what was typed for its typer to mend', async () => {
		await zone().fill('Mars');
		await save();
		await expect.poll(() => page.locator('#zone-hint').textContent()).toBe('No time zone matches.');
		expect(await zone().inputValue()).toBe('Mars');
		await zone().fill('america');
		await save();
		await expect.poll(() => page.locator('#zone-hint').textContent()).toBe('Choose a time zone from the list.');
		expect((await saved()).timeZone).toBe('America/New_York');
		await zone().fill('new york');
		await page.keyboard.press('Tab');
		expect(await zone().inputValue()).toBe('America/New_York');
	});

	it('ask before what was typed is lost', async () => {
		await page.getByLabel('Kept for (days)').fill('100');
		const leave = () => page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Activity' }).click();
		await leave();
		const asked = page.getByRole('dialog', { name: 'Leave the settings without saving?' });
		await asked.waitFor();
		await asked.getByRole('button', { name: 'Cancel' }).click();
		expect(await page.getByLabel('Kept for (days)').inputValue()).toBe('100');
		await leave();
		await asked.getByRole('button', { name: 'Leave without saving' }).click();
		await page.getByRole('heading', { name: 'Activity' }).waitFor();
		await toSettings();
		await expect.poll(() => page.getByLabel('Kept for (days)').inputValue()).toBe('365');
	});

	it('ask also where a zone is still being typed, and Escape takes that back', async () => {
		await zone().focus();
		await page.keyboard.type('lisb');
		await page.getByRole('option', { name: /Lisbon/ }).waitFor();
		await page.evaluate(() => history.back());
		const asked = page.getByRole('dialog', { name: 'Leave the settings without saving?' });
		await asked.getByRole('button', { name: 'Cancel' }).click();
		await asked.waitFor({ state: 'detached' });
		for (const [typed, key] of [
			['new york', 'Enter'],
			['madr', 'Escape'],
		] as const) {
			await zone().fill(typed);
			await page.keyboard.press(key);
		}
		await page.evaluate(() => history.back());
		await page.getByRole('heading', { name: 'More' }).waitFor();
		await toSettings();
		await expect.poll(() => zone().inputValue()).toBe('America/New_York');
	});

	it('take a place, and show today’s sun there as a check', async () => {
		await page.getByLabel('Latitude').fill('91');
		await page.getByLabel('Longitude').fill('13,405');
		await save();
		await page.getByText('A number from −90 to 90.').first().waitFor();
		expect(await page.getByLabel('Latitude').evaluate((field) => field === document.activeElement)).toBe(true);
		await page.getByLabel('Latitude').evaluate((field) => {
			const clipboardData = new DataTransfer();
			clipboardData.setData('text/plain', '40.71, -74.01');
			field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
		});
		expect(await page.getByLabel('Longitude').inputValue()).toBe('-74.01');
		await save();
		await page.getByText(/The sun today: sunrise \d\d:\d\d, sunset \d\d:\d\d/).waitFor();
		expect(await saved()).toMatchObject({ place: { latitude: 40.71, longitude: -74.01 } });
		await page.getByRole('button', { name: 'Remove location' }).click();
		await save();
		await page.getByText('No place: schedules by the sun are not possible.').waitFor();
		expect((await saved()).place).toBeNull();
	});

	describe('a town', () => {
		const town = () => page.getByRole('combobox', { name: 'Town' });
		const sun = () => page.getByText(/The sun today: sunrise \d\d:\d\d/).textContent();

		it('is found without its accents and chosen with the keyboard; the sun is that of the town', async () => {
			await town().focus();
			await page.keyboard.type('wroclaw');
			await page.getByRole('option', { name: 'Wrocław, Poland' }).waitFor();
			expect(await violations(page)).toEqual([]);
			await page.keyboard.press('Enter');
			expect(await town().inputValue()).toBe('Wrocław, Poland');
			expect(await page.getByLabel('Latitude').inputValue()).toBe('51.1');
			await save();
			const east = await sun();
			await town().fill('Zuerich');
			await page.getByRole('option', { name: 'Zürich, Switzerland' }).click();
			await save();
			await expect.poll(sun).not.toBe(east);
			const { place } = await saved();
			expect(place).toEqual({ latitude: 47.37, longitude: 8.55, town: { name: 'Zürich', country: 'CH' } });
		});

		it('in another time zone offers that zone', async () => {
			expect((await saved()).timeZone).toBe('America/New_York');
			await town().fill('munchen');
			await page.getByRole('option', { name: 'München, Germany' }).waitFor();
			await page.keyboard.press('Enter');
			await page.getByText('The clocks there follow Europe/Berlin.').waitFor();
			expect(await violations(page)).toEqual([]);
			await page.getByRole('button', { name: 'Use this time zone' }).click();
			expect(await zone().inputValue()).toBe('Europe/Berlin');
			await page.getByText('The clocks there follow Europe/Berlin.').waitFor({ state: 'detached' });
			await save();
			await expect.poll(async () => (await saved()).timeZone).toBe('Europe/Berlin');
		});

		it('is shown again on the next visit; what is no town is refused, and Escape takes typing back', async () => {
			await page.reload();
			await expect.poll(() => town().inputValue()).toBe('München, Germany');
			await town().fill('qqqq');
			await page.getByText('No such town. Try a larger one nearby.').waitFor();
			await save();
			await expect.poll(() => page.locator('#town-hint').textContent()).toMatch(/^Choose a town from the list/);
			await town().fill('par');
			await page.keyboard.press('Escape');
			expect(await town().inputValue()).toBe('qqqq');
			await page.getByLabel('Latitude').fill('48.1');
			expect(await town().inputValue()).toBe('');
			await save();
			await expect.poll(async () => (await saved()).place).toEqual({ latitude: 48.1, longitude: 11.58 });
		});

		it('has a list that fits a narrow phone, and comes only when somebody looks for a town', async () => {
			const phone = await house.open('/settings', house.owner, { viewport: { width: 320, height: 640 } });
			const asked: Request[] = [];
			phone.on('request', (request) => void (request.resourceType() === 'script' && asked.push(request)));
			const listCame = async () => {
				const texts = await Promise.all(asked.map(async (request) => (await request.response())!.text()));
				return texts.filter((text) => text.includes('Wrocław')).length;
			};
			const field = phone.getByRole('combobox', { name: 'Town' });
			await field.waitFor();
			expect(await listCame()).toBe(0);
			await field.fill('san');
			await phone.getByRole('option').nth(7).waitFor();
			expect(await listCame()).toBe(1);
			const boxes = await phone
				.getByRole('option')
				.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
			for (const height of boxes) expect(height).toBeGreaterThanOrEqual(44);
			expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
			// The marked town is in sight, and less than five rows are.
			for (let n = 0; n < 7; n++) await field.press('ArrowDown');
			const list = (await phone.getByRole('listbox', { name: 'Town' }).boundingBox())!;
			const marked = (await phone.getByRole('option').nth(7).boundingBox())!;
			expect(list.height).toBeLessThan(5 * boxes[0]!);
			expect(marked.y + marked.height).toBeLessThanOrEqual(list.y + list.height);
			await phone.close();
		});
	});

	it('take how long history is kept, within what the hub can', async () => {
		await page.getByLabel('Kept for (days)').fill('3');
		await save();
		await page.getByText('A whole number from 7 to 3,650.').first().waitFor();
		await page.getByLabel('Kept for (days)').fill('90');
		await save();
		await page.getByText('A password is needed.').waitFor();
		expect((await saved()).historyDays).toBe(365);
		await page.getByLabel('Your current password').first().fill(PASSWORD);
		await save();
		await expect.poll(async () => (await saved()).historyDays).toBe(90);
	});

	it('are shown to a member, who cannot change them', async () => {
		const bens = await house.open('/settings', await memberOf(house.hub), { viewport: DESK, colorScheme: 'dark' });
		await bens.getByText('Only the owner of this hub can change these.').waitFor();
		await bens.getByText('90 days').waitFor();
		await bens.getByRole('region', { name: 'About this hub' }).waitFor();
		expect(await bens.getByRole('button', { name: 'Save' }).count()).toBe(0);
		expect(await violations(bens)).toEqual([]);
	});

	it('leave what somebody else has changed meanwhile as it is', async () => {
		const place = { latitude: 48.9, longitude: 2.4 };
		await house.owner.call('PUT', '/settings', { timeZone: 'Europe/Paris', place });
		await page.getByLabel('Kept for (days)').fill('100');
		await save();
		await expect.poll(async () => (await saved()).historyDays).toBe(100);
		expect(await saved()).toMatchObject({ timeZone: 'Europe/Paris', place });
		await expect.poll(() => zone().inputValue()).toBe('Europe/Paris');
	});

	it('say why they ask for the password where somebody has meanwhile made the days more', async () => {
		await house.owner.call('PUT', '/settings', { historyDays: 1_000 });
		await page.getByLabel('Kept for (days)').fill('600');
		await save();
		const why = page.getByText(
			'Somebody has chosen more days meanwhile. Keeping fewer deletes entries: a password is needed.',
		);
		await why.waitFor();
		await page.locator('#days-proof:focus').fill(PASSWORD);
		await save();
		await expect.poll(async () => (await saved()).historyDays).toBe(600);
		await why.waitFor({ state: 'detached' });
	});
});

describe('a board with older polling firmware', () => {
	let page: Page;
	let token: string;

	it('is described in one step, with what is missing said', async () => {
		page = await house.open('/add');
		await page.getByRole('link', { name: 'My board has older polling firmware' }).click();
		await page.getByRole('button', { name: 'Make its token' }).click();
		await page.getByText('Give it a name.').first().waitFor();
		await page.getByLabel('Name', { exact: true }).fill('Workshop');
		await page.getByRole('button', { name: 'Add relay' }).click();
		await page.getByRole('textbox', { name: 'Relay 1' }).fill('Dust extraction');
		expect(await violations(page)).toEqual([]);
		await page.getByRole('button', { name: 'Make its token' }).click();
		await page.getByRole('heading', { name: 'Token made' }).waitFor();
	});

	it('gets its token once, with the address to ask and what to send', async () => {
		token = (await page.getByRole('group', { name: 'Token' }).textContent())!;
		expect(token).toMatch(/^oc_perm_/);
		const address = await page.getByRole('group', { name: /asks this address/ }).textContent();
		expect(address).toBe(`${house.hub.origin}/api/device/state/?token=${token}`);
		expect(await page.getByRole('main').textContent()).toContain('"relay1":false,"relay2":false');
		expect(await violations(page)).toEqual([]);
	});

	it('is on My devices, comes ONLINE with its first question, and shows what it is', async () => {
		await page.getByRole('link', { name: 'I have it: to My devices' }).click();
		const card = page.getByRole('article', { name: 'Workshop' });
		await card.waitFor();
		expect(await poll(house.hub.origin, token, { relay1: 0 })).toMatchObject({ status: 200 });
		await card.getByText('ONLINE', { exact: true }).waitFor();
		await card.getByText('Legacy v1', { exact: true }).waitFor();
		const { devices } = await house.owner.call<{ devices: DeviceView[] }>('GET', '/devices');
		const hint = card.getByRole('link', { name: /Upgrade to Secure v2/ });
		expect(await hint.getAttribute('href')).toBe(`/devices/${devices[0]!.id}`);
		expect(await violations(page)).toEqual([]);
		expect(await page.content()).not.toContain(token);
	});
});
