import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { LegacyDevice } from '../../protocol/dashboard/devices.ts';
import type { SceneView } from '../../protocol/dashboard/scenes.ts';
import { BrowserHouse } from './harness/browser-house.ts';

const house = new BrowserHouse();
let shed: string;
let page: Page;
beforeAll(async () => {
	await house.start();
	shed = (await house.add('Shed', ['Lamp'])).id;
});
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
		page = await house.open('/devices');
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
		await dialog().getByLabel('Board', { exact: true }).selectOption({ label: 'ESP8266 D1 mini' });
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

describe('a scene', () => {
	const members = (...devices: string[]) => devices.map((device) => ({ device, relay: 1, on: true }));
	const make = (name: string, kind: string, ...devices: string[]) =>
		house.owner.call<SceneView>('POST', '/scenes', { name, kind, members: members(...devices) });

	it('that somebody else deletes keeps what was typed, says so, and can be saved as a new one', async () => {
		const { id } = await make('Evening', 'scene', shed);
		page = await house.open(`/scenes/${id}`);
		await page.getByLabel('Name', { exact: true }).fill('Late evening');
		await house.owner.call('DELETE', `/scenes/${id}`);
		await page.getByText('Somebody has deleted this scene.').waitFor();
		expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Late evening');
		await page.getByRole('button', { name: 'Save', exact: true }).click();
		await page
			.getByRole('button', { name: /^Late evening/ })
			.first()
			.waitFor();
		const { scenes } = await house.owner.call<{ scenes: SceneView[] }>('GET', '/scenes');
		expect(scenes.map(({ name }) => name)).toEqual(['Late evening']);
	});

	it('counts no relay of a device that is away as on or off', async () => {
		const { id, board } = await house.add('Barn', ['Fan']);
		await make('All', 'group', shed, id);
		page = await house.open('/scenes');
		await page.getByText('0 of 2 on').waitFor();
		const off = page.getByRole('button', { name: /All.*: all off/ });
		expect(await off.getAttribute('aria-pressed')).toBe('true');
		board.cut();
		await page.getByText('0 of 1 on, 1 away').waitFor();
		expect(await off.getAttribute('aria-pressed')).toBe('false');
	});
});

it('the list of time zones opens at its first entry by ArrowDown, and at its last by ArrowUp', async () => {
	page = await house.open('/settings');
	const chosen = () => page.getByRole('option', { selected: true }).getAttribute('id');
	await page.getByRole('combobox', { name: 'Time zone' }).focus();
	await page.keyboard.press('ArrowDown');
	expect(await chosen()).toBe('zone-0');
	await page.keyboard.press('ArrowDown');
	expect(await chosen()).toBe('zone-1');
	await page.keyboard.press('Escape');
	await page.keyboard.press('ArrowUp');
	expect(await chosen()).toBe('zone-7');
});

it('a chart whose library cannot be fetched says so below its number', async () => {
	const { id } = await house.owner.addVirtualBoard({ name: 'Loft' });
	house.hub.board(await house.owner.configFile(id));
	await house.view.until(() => (house.view.device('Loft')?.readings.length ?? 0) > 0);
	page = await house.open('/devices');
	await page.route('**/_app/immutable/chunks/*', async (route) => {
		const response = await route.fetch();
		if ((await response.text()).includes('u-legend')) await route.abort();
		else await route.fulfill({ response });
	});
	await page.goto(`/devices/${house.view.device('Loft')!.id}`);
	await page.getByText('The curve could not be loaded.').waitFor();
});
