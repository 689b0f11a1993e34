import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DeviceConfig } from '../../../protocol/dashboard/plan.ts';
import { violations } from '../harness/axe.ts';
import {
	both,
	button,
	closeDashboards,
	complaints,
	desk,
	openBoth,
	openDashboards,
	owner,
	phone,
	save,
	section,
	view,
} from '../harness/two-dashboards.ts';

/** The sensors of a virtual board, which plays every type. */
describe('the sensors on the page of a device', () => {
	beforeAll(async () => {
		await openDashboards();
		const { id } = await owner.addVirtualBoard({ name: 'Greenhouse' });
		await owner.call('POST', `/pending/${id}/virtual-board`);
		await view.until(() => view.device('Greenhouse')?.presence.state === 'online');
		await openBoth(view.device('Greenhouse')!.id);
	});
	afterAll(closeDashboards);
	beforeEach(() => void (complaints.length = 0));

	it('a light sensor is chosen on a phone, takes two pins and no offset, and shows its lux on both', async () => {
		await button(phone, 'Add sensor').click();
		const form = phone.locator('#sensors-2-type');
		await form.selectOption({ label: 'BH1750' });
		expect(await phone.locator('#sensors-2-gpio').inputValue()).not.toBe(
			await phone.locator('#sensors-2-gpio2').inputValue(),
		);
		expect(await phone.locator('#sensors-2-lux').count()).toBe(0);
		expect(await violations(phone)).toEqual([]);
		expect(await phone.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
		await save(phone);
		for (const page of both())
			await page.getByRole('img', { name: /^Light over 24 hours, now \d+\slx: least/ }).waitFor();
		await expect.poll(() => section(desk, 'Sensor Configuration').textContent()).toMatch(/BH1750[\s\S]*V\d and V\d/);
		expect(complaints).toEqual([]);
	});

	it('two thermometers on one wire are told apart on a phone, each by its address and its live temperature', async () => {
		await button(phone, 'Add sensor').click();
		await phone.locator('#sensors-3-type').selectOption({ label: 'DS18B20' });
		const pin = await phone.locator('#sensors-3-gpio').inputValue();
		await phone.getByText('Nothing is found on this pin yet').waitFor();
		await save(phone);
		const which = phone.getByRole('radio', { name: /^28[\dA-F]{14} \d+\.\d °C$/ });
		await expect.poll(() => which.count(), { timeout: 15_000 }).toBe(3);
		await which.nth(1).check();
		expect(await violations(phone)).toEqual([]);
		expect(await phone.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
		await button(phone, 'Add sensor').click();
		await phone.locator('#sensors-4-type').selectOption({ label: 'DS18B20' });
		await phone.locator('#sensors-4-gpio').selectOption(pin);
		await save(phone);
		await phone
			.getByText(/^Several sensors are on V\d: choose for each which one it is\.$/)
			.first()
			.waitFor();
		await phone.locator('input[name="sensors-4-address"]').nth(3).check();
		await save(phone);
		await expect.poll(() => view.device('Greenhouse')!.readings.filter(({ sensor }) => sensor > 2).length).toBe(2);
		const { plan } = await owner.call<DeviceConfig>('GET', `/devices/${view.device('Greenhouse')!.id}/config`);
		const addresses = plan.sensors.flatMap(({ address }) => address ?? []);
		expect(new Set(addresses).size).toBe(2);
		expect(complaints).toEqual([]);
	});

	it('a contact is made on a desk, and its tile on a phone tells open and closed, with its last changes', async () => {
		await button(desk, 'Add input').click();
		await desk.locator('#inputs-1-kind').selectOption({ label: 'Contact (door, window)' });
		await desk.locator('#inputs-1-name').fill('Front door');
		expect(await desk.locator('#inputs-1-mode option').allTextContents()).toEqual(['Follow the switch', 'Detached']);
		expect(await desk.locator('#inputs-1-holdMs').count()).toBe(0);
		await desk.locator('#inputs-1-kind').selectOption({ label: 'Motion' });
		expect(await desk.locator('#inputs-1-holdMs').inputValue()).toBe('60');
		expect(await violations(desk)).toEqual([]);
		await desk.locator('#inputs-1-kind').selectOption({ label: 'Contact (door, window)' });
		await save(desk);
		await expect.poll(() => view.device('Greenhouse')!.inputs[0]?.on).toBe(false);
		await phone.goto('/');
		const tile = phone.getByRole('button', { name: /^Front door/ }).first();
		await expect.poll(() => tile.textContent()).toMatch(/Open/);
		const { id } = view.device('Greenhouse')!;
		await owner.call('POST', `/devices/${id}/inputs/1`, { on: true });
		await expect.poll(() => tile.textContent()).toMatch(/Closed/);
		await tile.click();
		const sheet = phone.getByRole('dialog');
		await sheet.getByText('Last changes').waitFor();
		await owner.call('POST', `/devices/${id}/inputs/1`, { on: false });
		await expect.poll(() => sheet.getByRole('listitem').allTextContents()).toHaveLength(2);
		expect(await violations(phone)).toEqual([]);
		await phone.keyboard.press('Escape');
		expect(complaints).toEqual([]);
	});

	it('its tile on Home has a whole number of lux', async () => {
		await desk.goto('/');
		const tile = desk
			.getByRole('article', { name: /^Light/ })
			.or(desk.getByRole('button', { name: /^Light/ }))
			.first();
		await tile.waitFor();
		expect(await tile.textContent()).toMatch(/\d+\slx/);
		expect(complaints).toEqual([]);
	});
});
