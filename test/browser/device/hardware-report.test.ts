import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { decodeConfigFile } from '../../../protocol/config-file.ts';
import { RawLink, claim } from '../../harness/boards/raw-link.ts';
import { violations } from '../harness/axe.ts';
import { BrowserHouse } from '../harness/browser-house.ts';

const MAC = 'A4CF12B3D4E5';
const house = new BrowserHouse();
let link: RawLink;
let id: string;
beforeAll(async () => {
	await house.start();
	const relays = [{ id: 1, name: 'Geheime Pumpe', gpio: 5, activeLow: false }];
	const wifi = { ssid: 'OurHomeNet', password: 'quite a secret' };
	const pending = await house.owner.addVirtualBoard({
		name: 'Annas cellar',
		board: 'd1-mini',
		relays,
		sensors: [],
		wifi,
	});
	const config = decodeConfigFile(await house.owner.configFile(pending.id));
	if (!config.ok) throw new Error(config.error);
	const { identity } = await claim(house.hub.origin, config.value, MAC);
	link = await new RawLink(house.hub.origin).enter({ ...identity, firmware: '0.3.0', chip: 'ESP8266' });
	await house.view.until(() => house.view.device('Annas cellar')?.vitals.chip === 'ESP8266');
	({ id } = house.view.device('Annas cellar')!);
});
afterAll(async () => {
	link.socket.terminate();
	await house.remove();
});
afterEach(() => expect(house.complaints.splice(0)).toEqual([]));

const dialog = (page: Page) => page.getByRole('dialog');
const text = (page: Page) => dialog(page).getByRole('group', { name: 'The text' });

it('makes a text of what the hub has seen and what the person says, and copies it', async () => {
	const page = await house.open(`/devices/${id}`);
	await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.getByRole('button', { name: 'It does not' }).click();
	await dialog(page).getByRole('heading', { name: 'This board does not work' }).waitFor();
	await dialog(page).getByLabel('What did you try, and what happened?').fill('Flashed by USB.\nRelay stays off.');
	await expect.poll(() => text(page).textContent()).toContain('  > Relay stays off.');
	const shown = (await text(page).textContent())!;
	for (const line of [
		'### ESP8266 D1 mini: does not work',
		'- Chip: ESP8266',
		'- Firmware: 0.3.0',
		'  - relay 1: never switched',
	])
		expect(shown).toContain(line);
	expect(shown).not.toMatch(/Annas|Pumpe|OurHomeNet|secret|A4CF|A4:CF|127\.0\.0\.1/);
	expect(await violations(page)).toEqual([]);
	await dialog(page).getByRole('button', { name: 'Copy the text' }).click();
	await page.getByText('The text is copied.').waitFor();
	expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(shown);
	await page.keyboard.press('Escape');
	await dialog(page).waitFor({ state: 'detached' });
	await page.close();
});

it('fits a phone and is shared by its own sheet', async () => {
	const phone = await house.open(`/devices/${id}`, house.owner, { viewport: { width: 320, height: 640 } });
	await phone.evaluate(() => {
		const shared: string[] = [];
		Object.assign(window, { shared });
		Object.assign(navigator, { share: async ({ text }: { text: string }) => void shared.push(text) });
	});
	await phone.getByRole('button', { name: 'This board works' }).click();
	await text(phone).getByText('works').waitFor();
	expect(await violations(phone)).toEqual([]);
	await dialog(phone).getByRole('button', { name: 'Share…' }).click();
	await expect
		.poll(() => phone.evaluate(() => (window as unknown as { shared: string[] }).shared))
		.toEqual([expect.stringContaining('### ESP8266 D1 mini: works') as string]);
	await phone.close();
});

it('is not asked of a board that is only simulated', async () => {
	const virtual = await house.add('Simulated', ['Lamp'], 'd1-mini');
	const page = await house.open(`/devices/${virtual.id}`);
	await page.getByRole('button', { name: 'Identify' }).waitFor();
	expect(await page.getByRole('button', { name: 'This board works' }).count()).toBe(0);
	await page.close();
});
