import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { decodeConfigFile } from '../../../protocol/config-file.ts';
import type { DeviceConfig } from '../../../protocol/dashboard/plan.ts';
import { RawLink, claim } from '../../harness/boards/raw-link.ts';
import { violations } from '../harness/axe.ts';
import { BrowserHouse } from '../harness/browser-house.ts';

const BEAT_MS = 100;
const MORNING = { id: 1, relay: 1, on: true, weekdays: 127, event: 'time', minutes: 450, forMs: 0 };

const house = new BrowserHouse();
beforeAll(() => house.start());
afterAll(() => house.remove());
afterEach(() => expect(house.complaints.splice(0)).toEqual([]));

describe('what a device’s page asks of its board', () => {
	let page: Page;
	const button = (name: string) => page.getByRole('button', { name, exact: true });
	const section = (name: string) => page.getByRole('region', { name, exact: true });

	beforeAll(async () => {
		const { id } = await house.add('Cellar', ['Pump'], 'd1-mini');
		page = await house.open(`/devices/${id}`);
	});

	it('blinks its light, and says so in its log', async () => {
		await button('Identify').click();
		await page.getByText('The board blinks its light').waitFor();
		await section('Board log').getByText(/blink/).waitFor();
	});

	it('reboots after it was asked, and comes back', async () => {
		const starts = () => section('History').getByText('The board restarted').count();
		await section('History').getByText('Claimed by itself').waitFor();
		const before = await starts();
		await button('Reboot').click();
		const dialog = page.getByRole('dialog', { name: 'Reboot Cellar?' });
		expect(await violations(page)).toEqual([]);
		await dialog.getByRole('button', { name: 'Cancel' }).click();
		await dialog.waitFor({ state: 'detached' });
		await button('Reboot').click();
		await dialog.getByRole('button', { name: 'Reboot' }).click();
		await page.getByText('The board reboots.').waitFor();
		await expect.poll(starts).toBe(before + 1);
		await page.locator('.status', { hasText: 'ONLINE' }).waitFor();
	});

	it('takes a second Wi-Fi, another, and none again', async () => {
		const card = section('Second Wi-Fi');
		await card.getByRole('button', { name: 'Set second Wi-Fi' }).click();
		await card.getByRole('button', { name: 'Set second Wi-Fi' }).click();
		await card.getByText('The network needs a name.').waitFor();
		await card.getByLabel('Network name').fill('Attic');
		await card.getByLabel('Password', { exact: true }).fill('short');
		await card.getByRole('button', { name: 'Set second Wi-Fi' }).click();
		await card.getByText('At least 8 characters, or none for an open network.').waitFor();
		expect(await violations(page)).toEqual([]);
		await card.getByLabel('Password', { exact: true }).fill('long enough');
		await card.getByRole('button', { name: 'Set second Wi-Fi' }).click();
		await card.getByText('Falls back to Attic').waitFor();
		expect(await page.content()).not.toContain('long enough');
		await house.view.until(() => house.view.device('Cellar')!.config.state === 'applied');
		await card.getByRole('button', { name: 'Change' }).click();
		// The hub keeps the first one now, so another has to be asked for.
		await card.getByRole('radio', { name: 'Another network' }).check();
		await card.getByLabel('Network name').fill('Barn');
		await card.getByRole('button', { name: 'Set second Wi-Fi' }).click();
		await card.getByText('Falls back to Barn').waitFor();
		await card.getByRole('button', { name: 'Remove' }).click();
		await card.getByText('None yet').waitFor();
	});

	it('says why no other Wi-Fi can be given by cable where the browser reaches no port', async () => {
		await page.evaluate(() => Object.defineProperty(navigator, 'serial', { value: undefined }));
		await button('Give it another Wi-Fi by USB').click();
		await section('Wi-Fi over USB').getByText('This browser cannot reach USB ports.').waitFor();
		expect(await button('Connect by USB').count()).toBe(0);
		expect(await violations(page)).toEqual([]);
	});

	it('says that the clock of a board is not set, and no longer once it is', async () => {
		const pending = await house.owner.addVirtualBoard({ name: 'Shed', sensors: [] });
		const file = decodeConfigFile(await house.owner.configFile(pending.id));
		if (!file.ok) throw new Error(file.error);
		const { identity } = await claim(house.hub.origin, file.value, '020000000009');
		const link = await new RawLink(house.hub.origin).greet(identity);
		let clockUnset = true;
		const beat = () =>
			link.send({
				case: 'beat',
				value: { $typeName: 'mooring.v2.Beat', uptimeMs: 1n, freeHeap: 0, rssi: 0, clockUnset },
			});
		beat();
		const beating = setInterval(beat, BEAT_MS);
		try {
			await house.view.until(() => house.view.device('Shed')?.presence.state === 'online');
			const { id } = house.view.device('Shed')!;
			const { plan, config } = await house.owner.call<DeviceConfig>('GET', `/devices/${id}/config`);
			await house.owner.call('PUT', `/devices/${id}/config`, {
				...plan,
				version: config.version,
				schedules: [MORNING],
			});
			await page.goto(`/devices/${id}`);
			const words = section('Schedules').getByText('Clock not set');
			await words.waitFor();
			expect(await violations(page)).toEqual([]);
			clockUnset = false;
			await words.waitFor({ state: 'detached' });
		} finally {
			clearInterval(beating);
			link.end();
		}
	});
});
