import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AddDevice } from '../../../protocol/dashboard/pending.ts';
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
	relay,
	relayName,
	save,
	section,
	status,
	view,
} from '../harness/two-dashboards.ts';

/** A device's page on two dashboards at once: what is done on one is seen on the other without a reload. */
describe('the page of a device', () => {
	beforeAll(openDashboards);
	afterAll(closeDashboards);
	beforeEach(() => void (complaints.length = 0));

	async function playedDevice(change: Partial<AddDevice>): Promise<string> {
		const { id } = await owner.addVirtualBoard(change);
		await owner.call('POST', `/pending/${id}/virtual-board`);
		await view.until(() => view.device(change.name!)?.presence.state === 'online');
		return view.device(change.name!)!.id;
	}

	it('opens from its card and shows what it is', async () => {
		await playedDevice({ name: 'Boiler room' });
		await desk.goto('/devices');
		await desk.getByRole('article', { name: 'Boiler room' }).getByRole('link', { name: 'Details' }).click();
		await desk.getByRole('heading', { name: 'Boiler room', level: 1 }).waitFor();
		const id = view.device('Boiler room')!.id;
		expect(new URL(desk.url()).pathname).toBe(`/devices/${id}`);
		for (const name of ['Last 24 hours', 'Relay Configuration', 'Inputs', 'Schedules', 'Sensor Configuration'])
			await section(desk, name).waitFor();
		for (const name of ['Security & Authentication', 'System Information', 'History', 'Board log'])
			await section(desk, name).waitFor();
		expect(await section(desk, 'Second Wi-Fi').count()).toBe(0);
		expect(await section(desk, 'System Information').textContent()).toContain(view.device('Boiler room')!.code);
		await section(desk, 'History').getByText('Claimed by itself').waitFor();
		await openBoth(id);
	});

	it('says on the row under each name that it is changed there, and one tap opens it', async () => {
		for (const page of both()) {
			const row = button(page, /^Name and settings.*configure Pump/);
			await row.click();
			expect(await page.locator('#relays-1-name').inputValue()).toBe('Pump');
			await row.click();
			const sensor = button(page, /^Drifting temperature.*Name and settings$/);
			await sensor.click();
			await page.locator('#sensors-1-name').waitFor();
			await sensor.click();
		}
	});

	it('axe finds nothing, with every kind of form open and with a dialog, on a phone and on a desk', async () => {
		for (const page of both()) {
			await button(page, 'configure Pump').click();
			await page.getByLabel('Interlock').selectOption({ label: 'Group 1' });
			await button(page, /^On for….*Valve/).click();
			for (const what of ['Add input', 'Add schedule', 'Drifting temperature'])
				await button(page, what).first().click();
			expect(await violations(page)).toEqual([]);
			expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
			await button(page, 'Discard').click();
			for (const what of ['configure Pump', /^On for….*Valve/, 'Drifting temperature'])
				await button(page, what).click();
		}
		await button(phone, 'Regenerate Token').click();
		expect(await violations(phone)).toEqual([]);
		await phone.keyboard.press('Escape');
		expect(complaints).toEqual([]);
	});

	it('renames the device and puts it into a room, on both', async () => {
		await button(phone, 'Rename, or put into a room').click();
		await phone.locator('.hero').getByLabel('Name').fill('Cellar');
		await phone.getByRole('combobox', { name: 'Room' }).fill('Basement');
		await phone.keyboard.press('Enter');
		for (const page of both()) {
			await page.getByRole('heading', { name: 'Cellar', level: 1 }).waitFor();
			await page.getByText('Basement', { exact: true }).waitFor();
		}
		expect(await button(phone, 'Rename, or').evaluate((element) => element === document.activeElement)).toBe(true);
	});

	it('changes a relay’s name on both at once, and Undo puts it back', async () => {
		await button(phone, 'configure Pump').click();
		await relayName(phone).fill('Circulator');
		await save(phone);
		for (const page of both()) await relay(page, /^Circulator/).waitFor();
		await button(phone, 'Undo').click();
		for (const page of both()) await relay(page, /^Pump/).waitFor();
		await button(phone, 'configure Pump').click();
		expect(complaints).toEqual([]);
	});

	it('changes a relay’s pin and rules, and says when the board has applied it, no re-flash', async () => {
		await button(phone, 'configure Valve').click();
		await phone.getByLabel('Pin').selectOption({ label: 'V3' });
		await phone.getByLabel('Longest on-time', { exact: true }).fill('2');
		await save(phone);
		for (const page of both()) {
			await button(page, 'V3, Active high, latching, at most').waitFor();
			await section(page, 'Relay Configuration')
				.getByText(/^Applied on the board at \d\d:\d\d, no re-flash$/)
				.first()
				.waitFor();
			await section(page, 'History').getByText('Valve: pin V2 → V3, longest on-time none → 2 h by anna').waitFor();
		}
		await button(phone, 'configure Valve').click();
	});

	it('does not call applied what is not saved', async () => {
		const card = section(phone, 'Relay Configuration');
		const notSaved = card.getByText('Not saved yet, so the board runs as before');
		await card.getByText(/^Applied on the board/).waitFor();
		await button(phone, 'Add relay').click();
		await notSaved.first().waitFor();
		expect(await card.getByText(/^Applied on the board/).count()).toBe(0);
		await button(phone, 'Discard').click();
		await card.getByText(/^Applied on the board/).waitFor();
		expect(await notSaved.count()).toBe(0);
	});

	it('says what is wrong before the hub does, and takes the eye there', async () => {
		await button(phone, 'configure Valve').click();
		await phone.getByLabel('Pin').selectOption({ label: 'V1' });
		await save(phone);
		await phone.getByText('V1 is already used by Pump.').first().waitFor();
		expect(await phone.getByLabel('Pin').evaluate((element) => element === document.activeElement)).toBe(true);
		await button(phone, 'Discard').click();
		await relayName(phone).waitFor();
	});

	it('keeps what was typed when somebody else saves, and offers theirs', async () => {
		await button(desk, 'configure Pump').click();
		await relayName(desk).fill('Mine');
		// Theirs is saved on the phone, whose form of the valve is still open.
		await relayName(phone).fill('Theirs');
		await save(phone);
		await desk.getByText('Somebody has changed this device meanwhile.').waitFor();
		expect(await relayName(desk).inputValue()).toBe('Mine');
		await button(desk, 'Load their version').click();
		await button(desk, 'Load their version').waitFor({ state: 'detached' });
		await relay(desk, /^Theirs/).waitFor();
		await expect.poll(() => relayName(desk).inputValue()).toBe('Pump');
	});

	it('asks before what was typed is left behind', async () => {
		await relayName(desk).fill('Lost');
		await desk.getByRole('link', { name: 'My devices' }).click();
		const dialog = desk.getByRole('dialog', { name: 'Leave Cellar without saving?' });
		await dialog.waitFor();
		expect(await desk.evaluate(() => document.activeElement?.textContent)).toContain('Cancel');
		await desk.keyboard.press('Escape');
		await dialog.waitFor({ state: 'detached' });
		expect(new URL(desk.url()).pathname).toContain('/devices/');
		await button(desk, 'Discard').click();
	});

	it('switches a relay on for a time with the keyboard alone, and both count down', async () => {
		const timer = button(desk, /^On for….*Pump/);
		await timer.focus();
		await desk.keyboard.press('Enter');
		await desk.keyboard.press('Tab');
		await desk.keyboard.press('Enter');
		for (const page of both())
			await expect.poll(() => relay(page, /^Pump/).textContent()).toMatch(/off in (5:00|4:5\d)/);
		expect(await timer.evaluate((element) => element === document.activeElement)).toBe(true);
		await relay(desk, /^Pump/).focus();
		await desk.keyboard.press('Space');
		for (const page of both()) await expect.poll(() => relay(page, /^Pump/).getAttribute('data-state')).toBe('off');
	});

	it('adds a push button, and a press of it on one dashboard moves the relay on both', async () => {
		await button(phone, 'Add input').click();
		await phone.getByLabel('Relay', { exact: true }).selectOption({ label: 'Pump' });
		await save(phone);
		await button(desk, 'Press: Input 1').click();
		for (const page of both()) {
			await expect.poll(() => relay(page, /^Pump/).getAttribute('data-state')).toBe('on');
			expect(await relay(page, /^Pump/).textContent()).toContain('wall switch');
		}
	});

	it('leads the keyboard into what is added, and after Save back to what was changed last', async () => {
		const focused = () => desk.evaluate(() => (document.activeElement as HTMLElement).innerText);
		await button(desk, 'Add schedule').focus();
		await desk.keyboard.press('Enter');
		await expect.poll(focused).toContain('Every day at 07:00');
		const monday = section(desk, 'Schedules').getByLabel('Monday').last();
		await monday.focus();
		await desk.keyboard.press('Space');
		await button(desk, 'Delete device').focus();
		await desk.keyboard.press('Tab');
		await desk.keyboard.press('Tab');
		await desk.keyboard.press('Enter');
		await expect.poll(() => monday.evaluate((element) => element === document.activeElement)).toBe(true);
		await section(desk, 'Schedules').getByRole('button', { name: 'Remove schedule' }).last().click();
		await save(desk);
		for (const page of both())
			await section(page, 'Schedules').getByText('Nothing is switched by the clock.').waitFor();
	});

	it('plans by the sun only where the household has said where it is', async () => {
		await button(phone, 'Add schedule').click();
		await section(phone, 'Schedules').getByText('Sunset', { exact: true }).click();
		await phone.getByRole('button', { name: 'Say where the house is' }).waitFor();
		await save(phone);
		await phone.getByText('Sunrise and sunset need your place').first().waitFor();
		// It is said here, and what is not saved yet stays.
		await phone.getByRole('button', { name: 'Say where the house is' }).click();
		const place = phone.getByRole('dialog', { name: 'Place' });
		await place.getByRole('combobox', { name: 'Town' }).fill('Lübeck');
		await place.getByRole('option', { name: /^Lübeck/ }).click();
		await place.getByRole('button', { name: 'Save' }).click();
		await place.waitFor({ state: 'detached' });
		await expect.poll(() => phone.getByText('Sunrise and sunset need your place').count()).toBe(0);
		await section(phone, 'Schedules').getByText('Sunset', { exact: true }).first().waitFor();
		await save(phone);
		for (const page of both())
			await section(page, 'Schedules')
				.getByText(/^Every day at sunset/)
				.waitFor();
		await section(phone, 'Schedules').getByRole('group', { name: 'When' }).getByText('Time', { exact: true }).click();
		await phone.getByLabel('Time', { exact: true }).last().fill('06:45');
		await save(phone);
		for (const page of both()) await section(page, 'Schedules').getByText('Every day at 06:45').waitFor();
	});

	it('moves a sensor’s value by its calibration, and tells its chart in words', async () => {
		await button(phone, 'Drifting temperature').click();
		for (let step = 0; step < 3; step++) await button(phone, 'Raise by 0.1 °C').click();
		await save(phone);
		for (const page of both()) await section(page, 'Sensor Configuration').getByText('offset +0.3 °C').waitFor();
		await desk.getByRole('img', { name: /^Temperature over 24 hours, now \d+\.\d °C: least/ }).waitFor();
		await expect.poll(() => desk.locator('.chart canvas').count()).toBe(1);
		expect(complaints).toEqual([]);
	});

	it('regenerates the token in place: the board stays online, no re-flash', async () => {
		const { id, token } = view.device('Cellar')!;
		await button(phone, 'Regenerate Token').click();
		const dialog = phone.getByRole('dialog', { name: 'Regenerate the token of Cellar?' });
		expect(await dialog.textContent()).toContain('without a re-flash');
		expect(await phone.evaluate(() => document.activeElement?.textContent)).toContain('Cancel');
		await dialog.getByRole('button', { name: 'Regenerate in place' }).click();
		await view.until(() => view.devices.get(id)!.token.fingerprint !== token.fingerprint);
		const { fingerprint } = view.devices.get(id)!.token;
		for (const page of both()) {
			await page.getByText(fingerprint!, { exact: true }).waitFor();
			await page.getByText('Secure Token Active').waitFor();
			await status(page, 'ONLINE');
			await section(page, 'History').getByText('The board has its new token; the old one no longer works').waitFor();
		}
	});

	it('revokes the token: out at once on both, with the milder way offered', async () => {
		await button(desk, 'Revoke Token').click();
		const dialog = desk.getByRole('dialog', { name: 'Revoke the token of Cellar?' });
		expect(await dialog.textContent()).toMatch(
			/Disconnected at once.*Needs a re-flash.*Pump on, Theirs off.*history are kept/s,
		);
		await dialog.getByRole('button', { name: 'Regenerate Token' }).waitFor();
		await dialog.getByRole('button', { name: 'Revoke Token' }).click();
		for (const page of both()) {
			await page.getByText('Token Revoked', { exact: true }).waitFor();
			await page.getByText('OFFLINE', { exact: true }).first().waitFor();
			expect(await relay(page, /^Pump/).isDisabled()).toBe(true);
		}
	});

	it('comes back with new firmware as the same device', async () => {
		await button(desk, 'Make new firmware').click();
		await desk.getByRole('dialog').getByRole('button', { name: 'Regenerate Token' }).click();
		await desk.getByRole('heading', { name: 'New firmware for Cellar' }).waitFor();
		await phone.getByText('New firmware waits for its board.').waitFor();
		await button(desk, 'Start virtual board').click();
		await desk.getByRole('link', { name: 'To Cellar' }).click();
		for (const page of both()) {
			await page.getByText('Secure Token Active').waitFor();
			await status(page, 'ONLINE');
			await relay(page, /^Theirs/).waitFor();
		}
		expect(complaints).toEqual([]);
	});
});
