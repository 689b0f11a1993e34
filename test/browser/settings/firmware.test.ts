import { createHash } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { API } from '../../../protocol/dashboard/limits.ts';
import { CATALOGUE } from '../../../hub/boards/catalogue.ts';
import { FIRMWARE_VERSION, putImage } from '../../harness/images.ts';
import { changedPack, madePack, relistedPack } from '../../harness/packs/made-pack.ts';
import { firmwareOf } from '../../harness/packs/send-pack.ts';
import { memberOf } from '../../harness/people/member.ts';
import { violations } from '../harness/axe.ts';
import { BrowserHouse } from '../harness/browser-house.ts';

/** those of the catalogue that are flashed */
const BOARDS = CATALOGUE.filter(({ flash }) => flash).length;
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };
const NARROW = { viewport: { width: 320, height: 640 } };

const house = new BrowserHouse();
let page: Page;
let three: Uint8Array;
let four: Uint8Array;
beforeAll(async () => {
	const boards = ['d1-mini', 'esp32-devkit'];
	[three, four] = await Promise.all([madePack('0.3.0', FIRMWARE_VERSION, boards), madePack('0.4.0', '9.4.0', boards)]);
	await house.start();
	await house.add('Boiler room', ['Pump'], 'd1-mini');
	page = await house.open('/settings');
});
afterAll(() => house.remove());
afterEach(() => expect(house.complaints.splice(0)).toEqual([]));

const card = (on = page) => on.getByRole('region', { name: 'Firmware', exact: true });
const choose = (on = page) => card(on).getByRole('button', { name: 'Choose a firmware pack' });
const packs = (on = page) => card(on).getByRole('list', { name: 'Packs on this hub' }).getByRole('listitem');
const fileOf = (pack: Uint8Array) => ({
	name: 'mooring-firmware.zip',
	mimeType: 'application/zip',
	buffer: Buffer.from(pack),
});

it('says where firmware comes from while there is none, and the page of a board leads there', async () => {
	await card().getByText('Add the pack of this release, mooring-firmware-').waitFor();
	await card().getByText(`Ready for 0 of ${BOARDS} boards`).click();
	expect(await card().getByText('Nothing ready').count()).toBe(BOARDS);
	expect(await violations(page)).toEqual([]);
	const relays = [{ id: 1, name: 'Valve', gpio: 5, activeLow: false }];
	const wifi = { ssid: 'home', password: 'long enough' };
	const pending = await house.owner.addVirtualBoard({ name: 'Shed', board: 'd1-mini', relays, sensors: [], wifi });
	const phone = await house.open(`/pending/${pending.id}`, house.owner, PHONE);
	await phone.getByText('the pack of this release: mooring-firmware-').waitFor();
	expect(await violations(phone)).toEqual([]);
	await phone.getByRole('link', { name: 'Add it in Settings' }).click();
	await choose(phone).waitFor();
	await expect.poll(() => card(phone).evaluate((card) => card.getBoundingClientRect().top)).toBeLessThan(200);
	await phone.close();
	const bens = await house.open('/settings', await memberOf(house.hub));
	await bens.getByRole('region', { name: 'About this hub' }).waitFor();
	expect(await card(bens).count()).toBe(0);
	await bens.close();
});

it('a pack is chosen by keyboard, goes up, is checked, and everything says so', async () => {
	const slow = await house.open('about:blank');
	let release: () => void = () => undefined;
	const held = new Promise<void>((resolve) => (release = resolve));
	await slow.route(`**${API}/firmware/packs/*/file`, async (route) => {
		await held;
		await route.continue();
	});
	await slow.goto('/settings');
	// While the page connects, nothing can be chosen.
	await expect.poll(() => choose(slow).isEnabled()).toBe(true);
	const [chooser] = await Promise.all([slow.waitForEvent('filechooser'), choose(slow).press('Enter')]);
	await chooser.setFiles(fileOf(three));
	await card(slow).getByRole('progressbar', { name: 'Sending the pack to the hub' }).waitFor();
	expect(await violations(slow)).toEqual([]);
	release();
	await card(slow).getByRole('status').getByText('The pack of Mooring 0.3.0 is installed: 2 boards.').waitFor();
	await card(slow).getByText(`ESP8266 D1 mini: ${FIRMWARE_VERSION}`).waitFor();
	await card(slow).getByText(`Ready for 2 of ${BOARDS} boards`).waitFor();
	await packs(slow).getByText('1 device with this firmware.').waitFor();
	await expect.poll(() => choose(slow).evaluate((button) => document.activeElement === button)).toBe(true);
	expect(await violations(slow)).toEqual([]);
	await slow.close();
});

it('is stopped while it is sent, and nothing is left of it', async () => {
	const tab = await house.open('about:blank');
	await tab.route(`**${API}/firmware/packs/*/file`, () => new Promise(() => undefined));
	await tab.goto('/settings');
	await choose(tab).waitFor();
	await tab.locator('input[type=file]').setInputFiles(fileOf(four));
	await card(tab).getByRole('button', { name: 'Cancel' }).click();
	await card(tab).getByText('Stopped. Nothing was changed.').waitFor();
	expect((await firmwareOf(house.owner)).packs).toHaveLength(1);
	await tab.close();
});

it('a newer pack is dropped: it is offered as an update at once, and the older one stays while a board runs it', async () => {
	await page.reload();
	await choose().waitFor();
	const dropped = await page.evaluateHandle(
		(bytes) => {
			const transfer = new DataTransfer();
			transfer.items.add(new File([new Uint8Array(bytes)], 'mooring-firmware-0.4.0.zip'));
			return transfer;
		},
		[...four],
	);
	const zone = card().getByRole('group', { name: 'Choose a firmware pack' });
	await zone.dispatchEvent('dragover', { dataTransfer: dropped });
	await zone.dispatchEvent('drop', { dataTransfer: dropped });
	await card().getByText('The pack of Mooring 0.4.0 is installed: 2 boards.').waitFor();
	await packs().filter({ hasText: 'Mooring 0.4.0' }).getByText('Offered for 2 of 2 boards.').waitFor();
	await packs().filter({ hasText: 'Mooring 0.3.0' }).getByText('Kept until no board runs it any more.').waitFor();
	const updates = page.getByRole('region', { name: 'Updates of boards' });
	await updates.getByText(`${FIRMWARE_VERSION} → 9.4.0`).waitFor();
	await page.goto('/activity');
	await page.getByText('Firmware pack 0.4.0 installed by anna: 2 boards').waitFor();
	await page.goto('/settings');
});

it('what is no good is refused in words, and a second try is not held up', async () => {
	await choose().waitFor();
	const input = page.locator('input[type=file]');
	await input.setInputFiles(fileOf(new TextEncoder().encode('<html>')));
	await card().getByRole('alert').getByText('This file is no firmware pack of Mooring').waitFor();
	expect(await violations(page)).toEqual([]);
	await input.setInputFiles(fileOf(relistedPack(four, () => ({ format: 2, version: '3.0.0' }))));
	await card().getByRole('alert').getByText('Update this hub first. Nothing was changed.').waitFor();
	// the browser's own words for both answers
	await expect.poll(() => house.complaints.length).toBe(2);
	house.complaints.length = 0;
	const added = relistedPack(changedPack(four, { 'images/x9/a': new Uint8Array([97]) }), ({ boards }) => {
		const sha256 = createHash('sha256').update('a').digest('hex');
		boards.push({ board: 'x9', name: 'Board of tomorrow', version: '1', files: [{ file: 'a', bytes: 1, sha256 }] });
	});
	await input.setInputFiles(fileOf(added));
	await card().getByText('Board of tomorrow: left out, this hub does not know it.').waitFor();
	expect(await card().getByRole('alert').count()).toBe(0);
});

it('a pack is removed after a question, and the heading has the focus', async () => {
	const phone = await house.open('/settings', house.owner, PHONE);
	await packs(phone).filter({ hasText: 'Mooring 0.4.0' }).getByRole('button').click();
	const dialog = phone.getByRole('dialog', { name: 'Remove the pack of Mooring 0.4.0?' });
	await dialog.getByText('No device runs it').waitFor();
	expect(await violations(phone)).toEqual([]);
	await dialog.getByRole('button', { name: 'Cancel' }).click();
	expect((await firmwareOf(house.owner)).packs).toHaveLength(2);
	await packs(phone).filter({ hasText: 'Mooring 0.4.0' }).getByRole('button').click();
	await dialog.getByRole('button', { name: 'Remove' }).click();
	await phone.getByText('The pack of Mooring 0.4.0 is removed.').waitFor();
	await expect.poll(() => phone.evaluate(() => document.activeElement?.textContent)).toBe('Firmware');
	expect((await firmwareOf(house.owner)).packs).toMatchObject([{ version: '0.3.0', offered: 2 }]);
	await phone.close();
});

it('fits 320 px, and tells of firmware that was put there by hand', async () => {
	putImage(house.hub.data, 'd1-mini', '0.1.0');
	const narrow = await house.open('/settings', house.owner, NARROW);
	await card(narrow).getByText(`Ready for 2 of ${BOARDS} boards`).click();
	await card(narrow).getByText('0.1.0 · put on the hub by hand').waitFor();
	await card(narrow).getByText(`${FIRMWARE_VERSION} is here too`).waitFor();
	expect(await narrow.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
	expect(await violations(narrow)).toEqual([]);
	await narrow.close();
});

it('takes no pack while the hub is out of reach', async () => {
	await house.hub.stop();
	await page.getByText('The hub is out of reach.').waitFor();
	expect(await choose().isDisabled()).toBe(true);
	await house.hub.start();
	await expect.poll(() => choose().isEnabled()).toBe(true);
});
