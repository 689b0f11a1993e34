import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { findBoard } from '../../../hub/boards/catalogue.ts';
import type { PendingView } from '../../../protocol/dashboard/pending.ts';
import type { ChipOptions } from '../../harness/boards/serial-chip.ts';
import { injectChip, withChip } from '../../harness/boards/serial-chip/inject.ts';
import { putImage } from '../../harness/images.ts';
import { BrowserHouse } from '../harness/browser-house.ts';

const CHIP: ChipOptions = {
	kind: 'ESP8266',
	mac: [0x5c, 0xcf, 0x7f, 0xaa, 0xbb, 0xcc],
	flashBytes: 0x400000,
	configOffset: 0x3fb000,
	firmware: ['mooring 0.1.0'],
	blockMs: 100,
};

describe('the page that flashes a board', () => {
	const house = new BrowserHouse();
	let page: Page;

	beforeAll(async () => {
		await house.start();
		putImage(house.hub.data, 'd1-mini');
	});
	afterAll(() => house.remove());
	afterEach(async () => {
		await page.context().close();
		expect(house.complaints.splice(0)).toEqual([]);
	});

	async function pend(name: string): Promise<string> {
		const relays = [{ id: 1, name: 'Pump', gpio: findBoard('d1-mini')!.relayPins[0]!, activeLow: false }];
		const wifi = { ssid: 'HomeOfOurs', password: 'quite a secret' };
		const body = { name, board: 'd1-mini', relays, sensors: [], wifi };
		return (await house.owner.call<PendingView>('POST', '/pending', body)).id;
	}
	async function open(id: string): Promise<void> {
		page = await house.open('/devices');
		await injectChip(page, CHIP);
		await page.goto(`/pending/${id}`);
		await page.getByRole('button', { name: 'Choose port and flash' }).waitFor();
	}
	/** Follows a link within the page, which is not loaded anew. */
	const follow = (path: string) =>
		page.evaluate((path) => {
			const link = Object.assign(document.createElement('a'), { href: path });
			document.querySelector('main')!.append(link);
			link.click();
		}, path);

	it('shows nothing of a board at the next one, and none at an address of none', async () => {
		const [boiler, pond] = [await pend('Boiler'), await pend('Pond')];
		await open(boiler);
		await withChip(page, (chip) => (chip.dialogCancelled = true));
		await page.getByRole('button', { name: 'Choose port and flash' }).click();
		await page.getByText('No port was chosen.').waitFor();
		await follow(`/pending/${pond}`);
		await page.getByText('Pond', { exact: true }).waitFor();
		expect(await page.getByText('No port was chosen.').count()).toBe(0);
		await follow('/pending/nobody');
		await expect.poll(() => page.getByText('Pond', { exact: true }).count()).toBe(0);
		await page.getByRole('link', { name: 'To My devices' }).waitFor();
	});

	it('offers no flashing while the hub, which has the firmware, is out of reach, and then it does', async () => {
		await open(await pend('Cellar'));
		const flash = page.getByRole('button', { name: 'Choose port and flash' });
		expect(await flash.isEnabled()).toBe(true);
		await house.hub.stop();
		await page.getByText('The hub is out of reach.').waitFor();
		expect(await flash.isDisabled()).toBe(true);
		await house.hub.start();
		await expect.poll(() => flash.isEnabled()).toBe(true);
	});

	it('asks before a way out of it stops the writing', async () => {
		await open(await pend('Boiler'));
		await page.getByRole('button', { name: 'Choose port and flash' }).click();
		await page.getByRole('progressbar').waitFor();
		const asked = page.getByRole('dialog', { name: 'Stop writing the firmware?' });
		await page.getByRole('link', { name: 'Close' }).click();
		await asked.getByRole('button', { name: 'Cancel' }).click();
		await asked.waitFor({ state: 'detached' });
		await expect.poll(() => page.getByRole('progressbar').count()).toBe(1);
		await page.getByRole('link', { name: 'Close' }).click();
		await asked.getByRole('button', { name: 'Stop writing' }).click();
		await page.getByRole('heading', { name: 'My devices' }).waitFor();
	});
});
