import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LegacyDevice } from '../../../protocol/dashboard/devices.ts';
import type { DeviceConfig } from '../../../protocol/dashboard/plan.ts';
import { BoardCommand } from '../../harness/boards/board-command.ts';
import { violations } from '../harness/axe.ts';
import {
	both,
	button,
	closeDashboards,
	complaints,
	desk,
	hub,
	openBoth,
	openDashboards,
	owner,
	phone,
	save,
	section,
	status,
	view,
} from '../harness/two-dashboards.ts';

/** As in device-page.test.ts, where a device gets new firmware or another board, or is deleted. */
describe('the page of a device', () => {
	let garden: BoardCommand | undefined;

	beforeAll(openDashboards);
	afterAll(async () => {
		await garden?.remove();
		await closeDashboards();
	});
	beforeEach(() => void (complaints.length = 0));

	it('asks at once for new firmware where the board is away', async () => {
		const { id } = await owner.addVirtualBoard({ name: 'Garden', sensors: [] });
		garden = new BoardCommand(hub.origin, await owner.configFile(id));
		garden.start();
		await view.until(() => view.device('Garden')?.presence.state === 'online');
		await openBoth(view.device('Garden')!.id);
		await garden.cutPower();
		for (const page of both()) await status(page, 'AWAY');
		await button(phone, 'Regenerate Token').click();
		const dialog = phone.getByRole('dialog', { name: 'Make new firmware for Garden?' });
		expect(await dialog.textContent()).toContain('The old token stops working at once');
		await dialog.getByRole('button', { name: 'Regenerate Token' }).click();
		await phone.getByRole('heading', { name: 'New firmware for Garden' }).waitFor();
		await desk.getByText('Token Revoked', { exact: true }).waitFor();
	});

	it('waits with new settings for a board that is away', async () => {
		await button(desk, 'configure Pump').click();
		await desk.getByLabel('At power-on').selectOption({ label: 'On' });
		await save(desk);
		await desk.getByText('Waits: will be applied when the board connects').first().waitFor();
	});

	it('says how many more its board has room for, and no more can be added when it is full', async () => {
		const { id: pending } = await owner.addVirtualBoard({ name: 'Full' });
		await owner.call('POST', `/pending/${pending}/virtual-board`);
		await view.until(() => view.device('Full')?.presence.state === 'online');
		const { id } = view.device('Full')!;
		const { plan, config } = await owner.call<DeviceConfig>('GET', `/devices/${id}/config`);
		const [relay] = plan.relays;
		await owner.call('PUT', `/devices/${id}/config`, {
			...plan,
			version: config.version,
			relays: Array.from({ length: 16 }, (_, gpio) => ({ ...relay, id: gpio + 1, gpio, name: `Lamp ${gpio + 1}` })),
			schedules: Array.from({ length: 30 }, (_, minutes) => ({
				...{ id: minutes + 1, relay: 16, on: true, weekdays: 127, event: 'time', minutes, forMs: 0 },
				...{ when: 'always', varyMinutes: 0 },
			})),
		});
		await view.until(() => view.devices.get(id)!.config.state === 'applied');
		await openBoth(id);
		for (const page of both()) {
			await section(page, 'Relay Configuration').getByText('This board has room for 16.', { exact: true }).waitFor();
			expect(await button(page, 'Add relay').isDisabled()).toBe(true);
			await section(page, 'Schedules').getByText('Room for 2 more.').waitFor();
			expect(await button(page, 'Add schedule').isEnabled()).toBe(true);
		}
	});

	it('upgrades a Legacy v1 board to Secure v2, on both', async () => {
		const made = await owner.call<LegacyDevice>('POST', '/legacy-devices', {
			name: 'Old heater',
			relays: [{ id: 1, name: 'Heater' }],
		});
		await openBoth(made.device.id);
		for (const page of both()) await page.getByText('A polling token, sent in the clear').waitFor();
		await button(phone, 'Upgrade to Secure v2').click();
		const dialog = phone.getByRole('dialog', { name: 'Upgrade Old heater to Secure v2?' });
		await dialog.getByLabel('Board', { exact: true }).selectOption({ label: 'ESP8266 D1 mini' });
		await dialog.getByRole('button', { name: 'Upgrade to Secure v2' }).click();
		await dialog.getByText('The network needs a name.').waitFor();
		await dialog.getByLabel('Board', { exact: true }).selectOption({ label: 'Virtual board' });
		await dialog.getByLabel('Pin of Heater').selectOption({ label: 'V2' });
		expect(await violations(phone)).toEqual([]);
		await dialog.getByRole('button', { name: 'Upgrade to Secure v2' }).click();
		await phone.getByRole('heading', { name: 'Secure v2 for Old heater' }).waitFor();
		await button(phone, 'Start virtual board').click();
		await phone.getByRole('link', { name: 'To Old heater' }).click();
		for (const page of both()) {
			await page.getByText('Secure Token Active').waitFor();
			await button(page, 'V2, Active high, latching').waitFor();
			await section(page, 'History').getByText('Upgraded to Secure v2').waitFor();
		}
	});

	it('deletes the device after saying that its history goes too, and it is gone on both', async () => {
		await button(phone, 'Delete device').click();
		const dialog = phone.getByRole('dialog', { name: 'Delete Old heater?' });
		expect(await dialog.textContent()).toContain('Its history is deleted');
		await dialog.getByRole('button', { name: 'Delete device' }).click();
		await phone.getByRole('heading', { name: 'My devices' }).waitFor();
		await desk.getByRole('heading', { name: 'This device is not there' }).waitFor();
		expect(complaints).toEqual([]);
	});

	it('claims a board whose key has been used before in the place of a device, which keeps its name', async () => {
		const { id } = await owner.addVirtualBoard({ name: 'Twin', sensors: [] });
		const file = await owner.configFile(id);
		hub.board(file, 'first');
		await view.until(() => view.device('Twin')?.presence.state === 'online');
		const { id: device, mac } = view.device('Twin')!;
		const second = hub.board(file, 'second');
		await view.until(() => [...view.pending.values()].some(({ state }) => state === 'awaiting'));
		await phone.goto('/devices');
		const card = phone.getByRole('article', { name: 'Twin' }).filter({ hasText: 'Awaiting claim' });
		await card.getByRole('button', { name: 'Claim this device' }).click();
		const dialog = phone.getByRole('dialog', { name: 'Claim this board?' });
		await dialog.getByRole('radio', { name: 'Replace an existing device' }).check();
		await dialog.getByRole('combobox').selectOption({ label: 'Twin' });
		expect(await violations(phone)).toEqual([]);
		await dialog.getByRole('button', { name: 'Replace Twin' }).click();
		await card.waitFor({ state: 'detached' });
		await view.until(
			() => view.devices.get(device)!.mac !== mac && view.devices.get(device)!.presence.state === 'online',
		);
		second.cut();
	});
});
