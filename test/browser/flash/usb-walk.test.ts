import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestHub } from '../../harness/hub.ts';
import { playedProgram, putImage } from '../../harness/images.ts';
import { withChip } from '../../harness/boards/serial-chip/inject.ts';
import { violations } from '../harness/axe.ts';
import { ChipBoard } from '../harness/chip-board.ts';
import { launch, openPage } from '../harness/chromium.ts';
import { watchProgress } from '../harness/progress.ts';
import { chooseBoard } from '../harness/choose-board.ts';

const HOME = { ssid: 'HomeOfOurs', password: 'quite a secret' };
const WRONG = 'not the secret';
const MAC = [0x5c, 0xcf, 0x7f, 0xaa, 0xbb, 0xcc];
const NAME = 'Boiler room';
/** of the wizard's first relay on a D1 mini: D1 */
const PIN = 5;
/** So much that its progress is told more than once. */
const UPDATE_BYTES = 700_000;
/** A busy machine takes a second for it, and more. */
const UPDATE_MS = 20_000;

describe('a real board’s way, from the wizard on', () => {
	const hub = new TestHub();
	const spoken: string[] = [];
	let browser: Browser;
	let context: BrowserContext;
	let page: Page;
	let chip: ChipBoard;

	beforeAll(async () => {
		await hub.start();
		const owner = await hub.owner();
		putImage(hub.data, 'd1-mini');
		browser = await launch();
		({ page, context } = await openPage(browser, hub.origin, { reducedMotion: 'reduce' }));
		const [name, value] = owner.cookie.split('=') as [string, string];
		await context.addCookies([{ name, value, url: hub.origin }]);
		page.on('console', (message) => spoken.push(message.text()));
		page.on('pageerror', (error) => spoken.push(`ERROR ${String(error)}`));
		chip = new ChipBoard(hub.origin, MAC, [`${HOME.ssid}=${HOME.password}`, 'Guests=']);
		await chip.plugInto(page, {
			kind: 'ESP8266',
			mac: MAC,
			flashBytes: 0x400000,
			configOffset: 0x3fb000,
			blockMs: 0,
		});
		await page.goto('/devices');
	});
	afterAll(async () => {
		await context?.close();
		await browser?.close();
		await chip?.board.remove();
		await hub.remove();
	});

	const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
	const next = (step: string) => button(`Next: ${step}`).click();
	const step = (title: string) => page.locator('.rope li', { hasText: title }).getAttribute('data-step');
	const pump = () => page.getByRole('switch', { name: /^Pump/ });
	const status = (words: RegExp) => page.locator('.status', { hasText: words }).waitFor();
	const online = () => status(/ONLINE/);

	it('is described in the wizard and flashed by the page, which sees that it does not get on the Wi-Fi', async () => {
		await page.getByRole('link', { name: 'Add device' }).first().click();
		await chooseBoard(page, 'ESP8266 D1 mini');
		await page.getByLabel('Name').fill(NAME);
		await next('Wi-Fi');
		await page.getByLabel('Network name').fill(HOME.ssid);
		await page.getByLabel('Password', { exact: true }).fill(WRONG);
		await next('Relays & pins');
		await page.getByText('Active low is chosen here, because most relay modules are.').waitFor();
		expect(await page.getByRole('group', { name: 'Logic of relay 1' }).getByLabel('Active low').isChecked()).toBe(true);
		await page.getByRole('textbox', { name: 'Relay 1' }).fill('Pump');
		await next('Sensor');
		await next('Finish');
		await button('Make pending device').click();
		await button('Choose port and flash').click();
		await page.getByRole('heading', { name: 'Written and verified' }).waitFor();
		await page.getByRole('heading', { name: 'Give it another Wi-Fi' }).waitFor();
		await page.getByRole('alert').filter({ hasText: 'The Wi-Fi does not let it in.' }).waitFor();
		expect(await step('Flashed')).toBe('done');
		expect(await step('On Wi-Fi')).toBe('now');
	});

	it('is given the right password over the same cable, and goes on until it is claimed, without a flash or a restart', async () => {
		await page.getByRole('radio', { name: HOME.ssid }).check();
		expect(await violations(page)).toEqual([]);
		await page.getByLabel('Password', { exact: true }).fill(`${WRONG} either`);
		await button('Join this Wi-Fi').click();
		await page
			.getByRole('alert')
			.filter({ hasText: `${HOME.ssid} does not let it in.` })
			.waitFor();
		expect(await page.getByRole('radio', { name: HOME.ssid }).isChecked()).toBe(true);
		await page.getByLabel('Password', { exact: true }).fill(HOME.password);
		await page.getByLabel('Password', { exact: true }).press('Enter');
		await page.getByRole('heading', { name: 'Connected' }).first().waitFor();
		for (const title of ['On Wi-Fi', 'Hub found', 'Authenticated', 'Claimed']) expect(await step(title)).toBe('done');
		expect(chip.starts).toBe(1);
		expect(await page.locator('.serial').textContent()).toContain(`on Wi-Fi ${HOME.ssid}`);
		const kept = await page.evaluate(() =>
			JSON.stringify([localStorage, sessionStorage, history.state, location.href]),
		);
		for (const place of [kept, spoken.join('\n'), await page.content(), chip.board.lines.join('\n')])
			for (const secret of [WRONG, HOME.password]) expect(place).not.toContain(secret);
	});

	it('moves its pin when its relay is toggled in the page', async () => {
		await page.getByRole('link', { name: `To ${NAME}` }).click();
		await online();
		await pump().click();
		await chip.board.said(new RegExp(`^pin ${PIN} is high$`));
		await expect.poll(() => pump().getAttribute('data-state')).toBe('on');
	});

	it('gets a new token in place, and comes back with it after its power was cut', async () => {
		const fingerprint = () =>
			page.locator('dt', { hasText: 'Fingerprint' }).locator('xpath=following-sibling::dd[1]').textContent();
		const old = await fingerprint();
		await button('Regenerate Token').click();
		await button('Regenerate in place').click();
		await page.getByText('Secure Token Active').waitFor();
		await expect.poll(fingerprint).not.toBe(old);
		await online();
		await chip.losePower(page);
		await status(/AWAY|OFFLINE/);
		await online();
		expect(chip.starts).toBe(2);
		expect(chip.board.lines.filter((line) => /refused/.test(line))).toEqual([]);
	});

	it('is given another Wi-Fi by cable from its own page, and is neither flashed nor restarted for it', async () => {
		await button('Give it another Wi-Fi by USB').click();
		await button('Connect by USB').click();
		await page.getByRole('radio', { name: 'Guests' }).check();
		expect(await violations(page)).toEqual([]);
		await button('Join this Wi-Fi').click();
		await page.getByText('It is on Guests.').waitFor();
		await expect.poll(() => step('Hub found')).toBe('done');
		await online();
		const ssid = page.locator('dt', { hasText: /^Wi-Fi$/ }).locator('xpath=following-sibling::dd[1]');
		await expect.poll(() => ssid.textContent()).toBe('Guests');
		await button('Disconnect').click();
		await button('Connect by USB').waitFor();
		expect(await withChip(page, (chip) => chip.opened().length)).toBe(4);
		expect(chip.starts).toBe(2);
	});

	it('is updated from its card, which shows how far it is, and lives on with the new firmware after a power cut', async () => {
		putImage(hub.data, 'd1-mini', '9.9.9', playedProgram('9.9.9', UPDATE_BYTES));
		await page.getByRole('link', { name: 'My devices' }).click();
		const card = page.getByRole('article', { name: NAME });
		await pump().click();
		await expect.poll(() => pump().getAttribute('data-state')).toBe('on');
		await card.getByRole('button', { name: 'Update to 9.9.9' }).click();
		const dialog = page.getByRole('dialog', { name: `Update ${NAME}?` });
		expect(await dialog.textContent()).toContain('Pump is on');
		expect(await violations(page)).toEqual([]);
		const seen = await watchProgress(page);
		await dialog.getByRole('button', { name: 'Update', exact: true }).click();
		await expect.poll(() => seen.has(100), { timeout: UPDATE_MS }).toBe(true);
		await card.getByRole('progressbar').waitFor({ state: 'detached' });
		await card.getByText('ONLINE', { exact: true }).waitFor();
		await expect.poll(() => card.getByRole('button', { name: /9\.9\.9/ }).count()).toBe(0);
		await expect.poll(() => pump().getAttribute('data-state')).toBe('on');

		await chip.losePower(page);
		await status(/AWAY|OFFLINE/);
		await online();
		await card.getByRole('link', { name: 'Details' }).click();
		const firmware = page.locator('dt', { hasText: 'Firmware' }).locator('xpath=following-sibling::dd[1]');
		await expect.poll(() => firmware.textContent()).toBe('9.9.9');
		expect(spoken.filter((text) => text.startsWith('ERROR'))).toEqual([]);
	});
});
