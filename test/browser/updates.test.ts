import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { putImage } from '../harness/images.ts';
import { violations } from './harness/axe.ts';
import { BrowserHouse } from './harness/browser-house.ts';
import { watchProgress } from './harness/progress.ts';

const NEW = '9.9.9';
/** No board has room for it. */
const TOO_LARGE = Buffer.alloc(0x1e_0001, 0xe9);

const house = new BrowserHouse();
beforeAll(() => house.start());
afterAll(() => house.remove());
afterEach(() => expect(house.complaints.splice(0)).toEqual([]));

describe('firmware updates in Settings', () => {
	let page: Page;
	const card = () => page.getByRole('region', { name: 'Updates of boards' });
	const box = (name: string) => card().getByRole('checkbox', { name: new RegExp(name) });
	const update = (count: string) => card().getByRole('button', { name: `Update ${count}` });
	const item = (name: string) => card().getByRole('listitem').filter({ hasText: name });

	beforeAll(async () => {
		await house.add('Hall', ['Lamp'], 'd1-mini');
		await house.add('Kitchen', ['Fan'], 'd1-mini');
		await house.add('Attic', ['Fan'], 'esp32-devkit');
		await house.view.setRelay(house.view.device('Hall')!.id, 1, true);
		await house.view.until(() => house.view.device('Hall')!.relays[0]!.reported);
		putImage(house.hub.data, 'd1-mini', NEW);
		putImage(house.hub.data, 'esp32-devkit', NEW, TOO_LARGE);
		page = await house.open('/settings');
	});

	it('cannot be begun while the hub is out of reach', async () => {
		await update('3 boards').waitFor();
		expect(await update('3 boards').isEnabled()).toBe(true);
		await house.hub.stop();
		await page.getByText('The hub is out of reach.').waitFor();
		expect(await update('3 boards').isDisabled()).toBe(true);
		await house.hub.start();
		await expect.poll(() => update('3 boards').isEnabled()).toBe(true);
		for (const name of ['Hall', 'Kitchen', 'Attic'])
			await house.view.until(() => house.view.device(name)?.presence.state === 'online');
		await house.view.until(() => house.view.device('Hall')!.relays[0]!.reported);
	});

	it('one board chosen from the list is updated, and its progress is seen', async () => {
		await box('Kitchen').waitFor();
		expect(await item('Hall').textContent()).toContain(`→ ${NEW} · A relay is on`);
		expect(await violations(page)).toEqual([]);
		await card().getByRole('button', { name: 'None' }).click();
		expect(await update('0 boards').isDisabled()).toBe(true);
		await box('Kitchen').check();
		const seen = await watchProgress(page);
		await update('1 board').click();
		await item('Kitchen').getByText(`Updated to ${NEW}`).waitFor();
		expect(Math.max(...seen)).toBeGreaterThan(0);
		await expect.poll(() => box('Kitchen').count()).toBe(0);
		expect(house.view.device('Attic')!.update).toBeNull();
	});

	it('all of them: one with a relay on is skipped, one that fails says why, and the failed ones are one tap away', async () => {
		await card().getByRole('button', { name: 'All' }).click();
		await update('2 boards').click();
		await item('Hall').getByText('One of its relays is on.').waitFor();
		await item('Attic').getByText('Update failed').waitFor();
		expect(await item('Attic').textContent()).toContain('does not fit this board');
		expect(await violations(page)).toEqual([]);

		await card().getByRole('button', { name: 'Only failed' }).click();
		expect(await box('Attic').isChecked()).toBe(true);
		expect(await box('Hall').isChecked()).toBe(false);
		await card().getByText('1 of 2 chosen').waitFor();
		putImage(house.hub.data, 'esp32-devkit', NEW);
		await update('1 board').click();
		await item('Attic').getByText(`Updated to ${NEW}`).waitFor();
	});

	it('also a board that has a relay on, where that is wished; the relay is on again afterwards', async () => {
		await box('Hall').check();
		await card()
			.getByRole('checkbox', { name: /Also boards that have a relay on/ })
			.check();
		await update('1 board').click();
		await item('Hall').getByText(`Updated to ${NEW}`).waitFor();
		await card().getByText('This hub has no newer firmware').waitFor({ state: 'attached' });
		await house.view.until(() => house.view.device('Hall')!.relays[0]!.reported);
		expect(await violations(page)).toEqual([]);
	});
});

it('the dialog of an update closes when the update begins, and does not open again when it fails', async () => {
	const { id } = await house.add('Cellar', ['Pump'], 'esp32-devkit');
	putImage(house.hub.data, 'esp32-devkit', '9.9.10', TOO_LARGE);
	const page = await house.open(`/devices/${id}`);
	await page.getByRole('button', { name: /9\.9\.10/ }).click();
	const dialog = page.getByRole('dialog');
	await dialog.getByRole('button').last().click();
	await page.getByText('Update failed').waitFor();
	await page.getByRole('button', { name: /9\.9\.10/ }).waitFor();
	expect(await dialog.count()).toBe(0);
	await page.context().close();
});
