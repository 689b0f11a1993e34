import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BoardCommand } from '../harness/boards/board-command.ts';
import { HubProcess } from '../harness/hub-process.ts';
import { DESK, launch, openPage } from './harness/chromium.ts';

/** The story of a new household, in the order it happens, each step on what the one before left. */
describe('a person who has never seen Mooring', () => {
	const hub = new HubProcess();
	let browser: Browser;
	let phone: Page;
	let desk: Page;
	let board: BoardCommand | undefined;
	/** what the browser's console had to complain of */
	const complaints: string[] = [];

	beforeAll(async () => {
		await hub.start();
		browser = await launch();
		phone = (await openPage(browser, hub.origin)).page;
		desk = (await openPage(browser, hub.origin, { viewport: DESK })).page;
		for (const page of [phone, desk]) {
			page.on('pageerror', (error) => complaints.push(String(error)));
			page.on('console', (message) => {
				// That nobody is signed in yet is asked of the hub, and a refused answer is written down by the browser.
				const expected = /401|ERR_CONNECTION|WebSocket|net::/.test(message.text());
				if (message.type() === 'error' && !expected) complaints.push(message.text());
			});
		}
	});
	afterAll(async () => {
		await board?.remove();
		await browser?.close();
		await hub.remove();
	});
	beforeEach(() => void (complaints.length = 0));

	const card = (page: Page, name: string) => page.getByRole('article', { name });
	const status = (page: Page, name: string, word: string) => card(page, name).getByText(word, { exact: true });

	it('opens the printed link, becomes the owner, and is taken to an empty house that says what to do', async () => {
		await phone.goto(`/setup#code=${hub.setUpCode}`);
		await expect.poll(() => phone.getByLabel('Set-up code').inputValue()).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
		expect(new URL(phone.url()).hash).toBe('');
		await phone.getByLabel('User name').fill('Anna');
		await phone.getByLabel('Password', { exact: true }).fill('correct horse battery');
		await phone.getByRole('button', { name: 'Become the owner' }).click();
		await phone.getByRole('heading', { name: 'No devices yet' }).waitFor();
		expect(complaints).toEqual([]);
	});

	it('adds a virtual board, starts it, and sees it claimed without a click within 2 s', async () => {
		await phone.goto('/add?board=virtual');
		await phone.getByLabel('Name').fill('Boiler room');
		await phone.getByRole('button', { name: 'Next: Relays & pins' }).click();
		await phone.getByText('A simulated board takes either.').waitFor();
		await phone.getByRole('textbox', { name: 'Relay 1' }).fill('Pump');
		await phone.getByRole('button', { name: 'Next: Sensor' }).click();
		await phone.getByRole('button', { name: 'Next: Finish' }).click();
		await phone.getByRole('button', { name: 'Make pending device' }).click();
		const start = phone.getByRole('button', { name: 'Start virtual board' });
		await start.waitFor();
		const began = performance.now();
		await start.click();
		await phone.getByRole('heading', { name: 'Connected' }).first().waitFor();
		expect(performance.now() - began).toBeLessThan(2_000);
		await phone.getByRole('link', { name: 'To My devices' }).click();
		await status(phone, 'Boiler room', 'ONLINE').waitFor();
		expect(complaints).toEqual([]);
	});

	it('signs in on a second browser, and a tap on the phone moves the switch on both', async () => {
		await desk.goto('/devices');
		await desk.getByLabel('User name').fill('anna');
		await desk.getByLabel('Password', { exact: true }).fill('correct horse battery');
		await desk.getByRole('button', { name: 'Sign in' }).click();
		await status(desk, 'Boiler room', 'ONLINE').waitFor();
		const [onPhone, onDesk] = [phone, desk].map((page) => page.getByRole('switch', { name: /^Pump/ })) as [
			ReturnType<Page['getByRole']>,
			ReturnType<Page['getByRole']>,
		];
		await onPhone.click();
		for (const relay of [onPhone, onDesk]) await expect.poll(() => relay.getAttribute('data-state')).toBe('on');
		expect(await onDesk.textContent()).toContain('On · Anna, ');
		expect(complaints).toEqual([]);
	});

	it('goes to Home, where a tap on its tile moves the switch on both as well', async () => {
		const to = (name: string) =>
			phone.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: true }).click();
		await to('Home');
		const tile = phone.locator('.tile').getByRole('switch', { name: /^Pump/ });
		const onDesk = desk.getByRole('switch', { name: /^Pump/ });
		for (const on of [false, true]) {
			await tile.click();
			await expect.poll(() => onDesk.getAttribute('data-state')).toBe(on ? 'on' : 'off');
			await expect.poll(() => tile.getAttribute('aria-checked')).toBe(String(on));
		}
		await to('Devices');
		await status(phone, 'Boiler room', 'ONLINE').waitFor();
		expect(complaints).toEqual([]);
	});

	it('sees AWAY in under a second when a board’s process is killed, its switches rest, and ONLINE when it is back', async () => {
		const file = await phone.evaluate(async () => {
			const body = {
				name: 'Garden',
				board: 'virtual',
				relays: [{ id: 1, name: 'Valve', gpio: 0, activeLow: false }],
				sensors: [],
			};
			const made = await fetch('/api/v1/pending', {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify(body),
			});
			const { id } = (await made.json()) as { id: string };
			const file = await fetch(`/api/v1/pending/${id}/config`);
			return [...new Uint8Array(await file.arrayBuffer())];
		});
		board = new BoardCommand(hub.origin, Uint8Array.from(file));
		board.start();
		await status(phone, 'Garden', 'ONLINE').waitFor();
		const began = performance.now();
		void board.cutPower();
		await status(phone, 'Garden', 'AWAY').waitFor();
		expect(performance.now() - began).toBeLessThan(1_000);
		const valve = phone.getByRole('switch', { name: /^Valve/ });
		expect(await valve.isDisabled()).toBe(true);
		expect(await valve.textContent()).toContain('Last known: off');
		board.start();
		await status(phone, 'Garden', 'ONLINE').waitFor();
		await expect.poll(() => valve.isDisabled()).toBe(false);
	});

	it('is told when the hub is out of reach, and after a kill -9 all is back without a click', async () => {
		await hub.kill();
		for (const page of [phone, desk]) await page.getByText('The hub is out of reach.').waitFor();
		expect(await phone.getByRole('switch', { name: /^Pump/ }).isDisabled()).toBe(true);
		await hub.start();
		for (const page of [phone, desk]) {
			await page.getByText('The hub is out of reach.').waitFor({ state: 'detached' });
			for (const name of ['Boiler room', 'Garden']) await status(page, name, 'ONLINE').waitFor();
		}
		expect(await phone.getByRole('switch', { name: /^Pump/ }).getAttribute('aria-checked')).toBe('true');
		expect(complaints).toEqual([]);
	});

	it('works with the keyboard alone: a switch, and a dialog that is left with Escape and gives the focus back', async () => {
		const pump = desk.getByRole('switch', { name: /^Pump/ });
		await pump.focus();
		await desk.keyboard.press('Space');
		await expect.poll(() => pump.getAttribute('data-state')).toBe('off');
		const remove = card(desk, 'Garden').getByRole('button', { name: 'Delete' });
		await remove.focus();
		await desk.keyboard.press('Enter');
		const dialog = desk.getByRole('dialog', { name: 'Delete Garden?' });
		await dialog.waitFor();
		expect(await desk.evaluate(() => document.activeElement?.textContent)).toContain('Cancel');
		await desk.keyboard.press('Escape');
		await dialog.waitFor({ state: 'detached' });
		expect(await remove.evaluate((element) => element === document.activeElement)).toBe(true);
	});

	it('deletes a device after being told what that means, and it is gone on both', async () => {
		await card(desk, 'Garden').getByRole('button', { name: 'Delete' }).click();
		await desk.getByRole('dialog').getByRole('button', { name: 'Delete device' }).click();
		for (const page of [phone, desk]) await card(page, 'Garden').waitFor({ state: 'detached' });
		expect(complaints).toEqual([]);
	});

	it('signs out, and the other browser stays signed in', async () => {
		await phone.getByLabel('Anna, your account').click();
		await phone.getByRole('button', { name: 'Sign out' }).click();
		await phone.getByRole('heading', { name: 'Sign in' }).waitFor();
		await phone.goto('/devices');
		await phone.getByRole('heading', { name: 'Sign in' }).waitFor();
		expect(await status(desk, 'Boiler room', 'ONLINE').isVisible()).toBe(true);
	});
});
