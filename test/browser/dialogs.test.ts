import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD } from '../harness/browser-session.ts';
import { violations } from './harness/axe.ts';
import { DESK, PHONE } from './harness/chromium.ts';
import { BrowserHouse } from './harness/browser-house.ts';
import { chooseBoard } from './harness/choose-board.ts';

/** a browser's usual size of text */
const TEXT_PX = 16;
const SIDEWAYS = { width: 844, height: 390 };
const LONG = 'Greenhouse irrigation, north by the pond';

describe('dialogs', () => {
	const house = new BrowserHouse();
	let page: Page;
	let greenhouse: string;

	beforeAll(async () => {
		await house.start();
		greenhouse = (await house.add(LONG, ['Pump', 'Valve'])).id;
	});
	afterAll(() => house.remove());
	afterEach(async () => {
		await page?.context().close();
		expect(house.complaints.splice(0)).toEqual([]);
	});

	const path = (page: Page) => new URL(page.url()).pathname;
	const inView = (what: Locator) =>
		what.evaluate((node) => {
			const { top, bottom } = node.getBoundingClientRect();
			return top >= 0 && bottom <= innerHeight && bottom > top;
		});

	/** Whether nothing lies over its first and its last line. */
	const isUncovered = (what: Locator) =>
		what.evaluate((node) => {
			const { left, top, bottom } = node.getBoundingClientRect();
			return [top + 4, bottom - 4].every((y) => node.contains(document.elementFromPoint(left + 4, y)));
		});

	it.each([
		['on a phone held sideways', SIDEWAYS, TEXT_PX],
		['on a phone', PHONE, TEXT_PX],
		['on a phone with text twice as large', PHONE, 2 * TEXT_PX],
		['on a phone held sideways with text twice as large', SIDEWAYS, 2 * TEXT_PX],
		['on a desk', DESK, TEXT_PX],
	])('open at their question %s, with both buttons in view, however long they are', async (_, viewport, standard) => {
		page = await house.open('about:blank', house.owner, { viewport });
		const cdp = await page.context().newCDPSession(page);
		await cdp.send('Page.setFontSizes', { fontSizes: { standard } });
		await page.goto(`/devices/${greenhouse}`);
		for (const opener of ['Delete device', 'Revoke Token']) {
			await page.getByRole('button', { name: opener }).click();
			const dialog = page.getByRole('dialog');
			await dialog.waitFor();
			expect(await dialog.evaluate((node) => node.scrollTop)).toBe(0);
			expect(await dialog.evaluate((node) => node.contains(document.activeElement))).toBe(true);
			await expect.poll(() => inView(dialog.getByRole('heading'))).toBe(true);
			expect(await isUncovered(dialog.getByRole('heading'))).toBe(true);
			await expect.poll(() => inView(dialog.getByRole('button', { name: 'Cancel' }))).toBe(true);
			expect(await inView(dialog.getByRole('button').last())).toBe(true);
			await page.keyboard.press('Escape');
			await dialog.waitFor({ state: 'detached' });
		}
	});

	it('close by Back, which leaves the page where it is; the next Back leaves it', async () => {
		page = await house.open('/devices');
		await page.getByRole('link', { name: LONG, exact: true }).click();
		const remove = page.getByRole('button', { name: 'Delete device' });
		for (let time = 0; time < 2; time++) {
			await remove.click();
			await page.getByRole('dialog').waitFor();
			await expect.poll(() => page.evaluate(() => JSON.stringify(history.state))).toContain('dialog');
			await page.goBack();
			await page.getByRole('dialog').waitFor({ state: 'detached' });
			expect(path(page)).toBe(`/devices/${greenhouse}`);
			expect(await remove.evaluate((node) => node === document.activeElement)).toBe(true);
		}
		await page.goBack();
		await page.getByRole('article', { name: LONG }).waitFor();
		expect(path(page)).toBe('/devices');
	});

	it('closed by a button or Escape leave no entry behind: one Back leaves the page', async () => {
		page = await house.open('/devices');
		await page.getByRole('link', { name: LONG, exact: true }).click();
		for (const close of [
			() => page.keyboard.press('Escape'),
			() => page.getByRole('button', { name: 'Cancel' }).click(),
		]) {
			await page.getByRole('button', { name: 'Reboot' }).click();
			await page.getByRole('dialog').waitFor();
			await close();
			await page.getByRole('dialog').waitFor({ state: 'detached' });
		}
		await expect.poll(() => page.evaluate(() => JSON.stringify(history.state))).not.toContain('dialog');
		await page.goBack();
		await expect.poll(() => path(page)).toBe('/devices');
	});

	it('one that leads on to another, and one that leaves the page, keep Back right', async () => {
		page = await house.open('/devices');
		await page.getByRole('link', { name: LONG, exact: true }).click();
		await page.getByRole('button', { name: 'Regenerate Token' }).click();
		await page.getByRole('button', { name: 'Make new firmware instead' }).click();
		await page.getByRole('dialog', { name: /^Make new firmware/ }).waitFor();
		expect(await violations(page)).toEqual([]);
		await page.goBack();
		await page.getByRole('dialog').waitFor({ state: 'detached' });
		expect(path(page)).toBe(`/devices/${greenhouse}`);
		await page
			.getByRole('button', { name: /On for/ })
			.first()
			.waitFor();
		await page.getByRole('button', { name: /configure Pump/ }).click();
		await page.getByLabel('Name', { exact: true }).fill('Big pump');
		await page.goBack();
		const leave = page.getByRole('dialog', { name: /^Leave .* without saving/ });
		await leave.getByRole('button', { name: 'Cancel' }).click();
		await leave.waitFor({ state: 'detached' });
		expect(path(page)).toBe(`/devices/${greenhouse}`);
		expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Big pump');
		await page.goBack();
		await leave.getByRole('button', { name: 'Leave without saving' }).click();
		await expect.poll(() => path(page)).toBe('/devices');
	});

	it('of a scene asks before a way out loses it; Cancel does not ask', async () => {
		page = await house.open('/scenes/new');
		await page.getByLabel('Name', { exact: true }).fill('Good night');
		await page.getByRole('link', { name: 'Scenes', exact: true }).first().click();
		const leave = page.getByRole('dialog', { name: /^Leave .*Good night.* without saving/ });
		await leave.getByRole('button', { name: 'Cancel' }).click();
		await leave.waitFor({ state: 'detached' });
		expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Good night');
		await page.getByRole('link', { name: 'Cancel' }).click();
		await expect.poll(() => path(page)).toBe('/scenes');
	});

	it('of a device that somebody else deletes meanwhile is gone with it, and Back still leads home', async () => {
		const { id } = await house.add('Shed', ['Lamp']);
		page = await house.open('/devices');
		await page.getByRole('link', { name: 'Shed', exact: true }).click();
		await page.getByRole('button', { name: 'Delete device' }).click();
		await page.getByRole('dialog').waitFor();
		await house.owner.call('DELETE', `/devices/${id}`);
		await page.getByRole('heading', { name: 'This device is not there' }).waitFor();
		await expect.poll(() => page.evaluate(() => JSON.stringify(history.state))).not.toContain('dialog');
		await page.goBack();
		await expect.poll(() => path(page)).toBe('/devices');
		// The page may just have been asking for what belongs to the device.
		const others = house.complaints.splice(0).filter((complaint) => !complaint.includes('status of 404'));
		expect(others).toEqual([]);
	});
});

describe('the wizard', () => {
	const house = new BrowserHouse();
	beforeAll(() => house.start());
	afterAll(() => house.remove());
	const next = (page: Page) => page.getByRole('button', { name: /^Next/ }).click();
	const asked = (page: Page) => page.getByRole('dialog', { name: 'Leave without adding the device?' });

	it('loses nothing at a reload but the password, which is kept nowhere and asked for again', async () => {
		const page = await house.open('/devices');
		await page.getByRole('link', { name: 'Add device' }).first().click();
		await chooseBoard(page, 'ESP8266 D1 mini');
		await page.getByLabel('Name').fill('Attic fan');
		await next(page);
		await page.getByLabel('Network name').fill('home');
		await page.getByLabel('Password', { exact: true }).fill('a secret of the house');
		await next(page);
		await page.getByRole('textbox', { name: 'Relay 1' }).fill('Fan');
		const stored = () =>
			page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }, history.state]));
		await expect.poll(stored).toContain('Attic fan');
		expect(await stored()).not.toContain('secret');
		await page.reload();
		await page.getByRole('heading', { name: 'Relays & pins' }).waitFor();
		await expect.poll(() => page.getByRole('textbox', { name: 'Relay 1' }).inputValue()).toBe('Fan');
		await page.getByRole('button', { name: 'Back' }).click();
		await page.getByRole('heading', { name: 'Wi-Fi' }).waitFor();
		expect(await page.getByLabel('Network name').inputValue()).toBe('home');
		await page.goForward();
		await page.getByRole('heading', { name: 'Relays & pins' }).waitFor();
		await next(page);
		await next(page);
		const make = page.getByRole('button', { name: 'Make pending device' });
		await make.click();
		await page.getByText('Type the password once more').first().waitFor();
		expect(await violations(page)).toEqual([]);
		await page.getByLabel('Password', { exact: true }).fill('a secret of the house');
		await make.click();
		await page.getByRole('link', { name: 'Download config file' }).waitFor();
		expect(await stored()).not.toContain('Attic fan');
		const file = await house.owner.configFile(new URL(page.url()).pathname.split('/').at(-1)!);
		expect(Buffer.from(file).includes('a secret of the house')).toBe(true);
	});

	it('asks before a way out of it loses what was typed, and then keeps it also at a reload', async () => {
		const page = await house.open('/');
		await page.getByRole('link', { name: /^Add/ }).first().click();
		await page.getByLabel('Name').fill('Shed lamp');
		await page.getByRole('link', { name: 'Close' }).click();
		await asked(page).getByRole('button', { name: 'Cancel' }).click();
		await asked(page).waitFor({ state: 'detached' });
		await page.goBack();
		await asked(page).waitFor();
		await page.keyboard.press('Escape');
		await asked(page).waitFor({ state: 'detached' });
		expect(new URL(page.url()).pathname).toBe('/add');
		await page.reload();
		await expect.poll(() => page.getByLabel('Name').inputValue()).toBe('Shed lamp');
	});

	it('for older firmware asks too, and needs the hub', async () => {
		const page = await house.open('/add/legacy');
		await page.getByLabel('Name').fill('Old heater');
		await page.getByRole('link', { name: 'Close' }).click();
		await asked(page).getByRole('button', { name: 'Cancel' }).click();
		await asked(page).waitFor({ state: 'detached' });
		const make = page.getByRole('button', { name: 'Make its token' });
		await house.hub.stop();
		await expect.poll(() => make.isDisabled()).toBe(true);
		await house.hub.start();
		await expect.poll(() => make.isEnabled()).toBe(true);
		await make.click();
		await page.getByRole('link', { name: 'Close' }).click();
		await page.getByRole('heading', { name: 'My devices' }).waitFor();
	});

	it('begins anew for who has left it on purpose', async () => {
		const page = await house.open('/add');
		await page.getByLabel('Name').fill('Cellar');
		await page.getByRole('link', { name: 'Close' }).click();
		await asked(page).getByRole('button', { name: 'Leave', exact: true }).click();
		await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'More' }).click();
		await page.getByRole('link', { name: /^Add device/ }).click();
		expect(await page.getByLabel('Name').inputValue()).toBe('');
	});
});

describe('a link into the house', () => {
	const house = new BrowserHouse();
	beforeAll(() => house.start());
	afterAll(() => house.remove());

	it('comes back after the sign-in it needs, and never leads away from the hub', async () => {
		const stranger = house.hub.browser();
		stranger.cookie = 'none=none';
		const page = await house.open('/activity?days=today', stranger);
		const signIn = async () => {
			await page.getByLabel('User name').fill('anna');
			await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
			await page.getByRole('button', { name: 'Sign in' }).click();
		};
		await signIn();
		await page.getByRole('heading', { name: 'Activity' }).waitFor();
		expect(page.url()).toBe(`${house.hub.origin}/activity?days=today`);
		await page.context().clearCookies();
		await page.goto(`/signin?to=${encodeURIComponent('//example.org/')}`);
		await signIn();
		await page.getByRole('heading', { name: 'No devices yet' }).waitFor();
		expect(page.url()).toBe(`${house.hub.origin}/`);
	});

	it('leads to the sign-in by Back as well, once one has signed out', async () => {
		const leaving = house.hub.browser();
		await leaving.call('POST', '/session', { name: 'anna', password: PASSWORD });
		const page = await house.open('/', leaving);
		await page.getByRole('heading', { name: 'No devices yet' }).waitFor();
		await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Activity' }).click();
		await page.getByRole('heading', { name: 'Activity' }).waitFor();
		await page.getByLabel('anna, your account').click();
		await page.getByRole('button', { name: 'Sign out' }).click();
		await page.getByRole('heading', { name: 'Sign in' }).waitFor();
		await page.goBack();
		// The sign-in of before stands there until the page of before is asked for.
		await page.waitForURL(({ searchParams }) => searchParams.get('to') === '/activity');
		await page.getByRole('heading', { name: 'Sign in' }).waitFor();
	});
});
