import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { LegacyDevice } from '../../protocol/dashboard/devices.ts';
import { House } from './harness/house.ts';

const house = new House();
let page: Page;
beforeAll(() => house.start());
afterAll(() => house.remove());
afterEach(async () => {
	await page.context().close();
	expect(house.complaints.splice(0)).toEqual([]);
});

describe('the dialog of an upgrade', () => {
	let heater: string;
	const dialog = () => page.getByRole('dialog', { name: /^Upgrade/ });
	const ask = () => page.getByRole('button', { name: 'Upgrade to Secure v2' }).click();

	beforeAll(async () => {
		const made = { name: 'Heater', relays: [{ id: 1, name: 'Heat' }] };
		heater = (await house.owner.call<LegacyDevice>('POST', '/legacy-devices', made)).device.id;
	});

	it('opened before the boards are known says so, and gets its boards and pins once they are', async () => {
		page = await house.open('/');
		let answer!: () => void;
		const mayAnswer = new Promise<void>((resolve) => (answer = resolve));
		await page.route('**/boards', async (route) => {
			await mayAnswer;
			await route.continue();
		});
		await page.goto(`/devices/${heater}`);
		await ask();
		await dialog().getByRole('button', { name: 'Upgrade to Secure v2' }).click();
		await dialog().getByText('The list of boards has not arrived yet.').waitFor();
		answer();
		await dialog().getByLabel('Pin of Heat').waitFor();
		expect(await dialog().getByText('The list of boards has not arrived yet.').count()).toBe(0);
	});

	it('stays when a selection of text ends outside of it or on its edge, and closes by a tap outside', async () => {
		page = await house.open(`/devices/${heater}`);
		await ask();
		await dialog().getByLabel('Board').selectOption({ label: 'ESP8266 D1 mini' });
		const network = dialog().getByLabel('Network name');
		await network.fill('HomeOfOurs');
		const field = (await network.boundingBox())!;
		const edge = (await dialog().boundingBox())!;
		for (const [x, y] of [
			[3, 3],
			[edge.x + 3, field.y],
		] as const) {
			await page.mouse.move(field.x + 30, field.y + field.height / 2);
			await page.mouse.down();
			await page.mouse.move(x, y);
			await page.mouse.up();
			expect(await network.inputValue()).toBe('HomeOfOurs');
		}
		await page.mouse.click(3, 3);
		await dialog().waitFor({ state: 'detached' });
	});
});
