import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeviceView } from '../../protocol/dashboard/devices.ts';
import type { PendingView } from '../../protocol/dashboard/pending.ts';
import { decodeConfigFile } from '../../protocol/config-file.ts';
import type { BrowserSession, LiveView } from '../harness/browser-session.ts';
import { TestHub } from '../harness/hub.ts';

let hub: TestHub;
let browser: BrowserSession;
let view: LiveView;

beforeEach(async () => {
	hub = await new TestHub().start();
	browser = await hub.owner();
	view = await browser.open();
});
afterEach(async () => {
	view.close();
	await hub.remove();
});

/** A pending device and its board, claimed and online. */
async function claimed(
	name = 'Boiler room',
): Promise<{ device: DeviceView; pending: PendingView; file: Uint8Array; board: ReturnType<TestHub['board']> }> {
	const pending = await browser.addVirtualBoard({ name });
	const file = await browser.configFile(pending.id);
	const board = hub.board(file);
	await view.until(
		() => view.device(name)?.presence.state === 'online' && view.device(name)?.relays.every((r) => r.reported !== null),
	);
	return { device: view.device(name)!, pending, file, board };
}

describe('the main job', () => {
	it('a board comes in and is claimed by itself, live on every dashboard', async () => {
		const second = await browser.open();
		const pending = await browser.addVirtualBoard();
		await view.until(() => view.pending.get(pending.id)?.step === 'waiting');
		hub.board(await browser.configFile(pending.id));
		for (const dashboard of [view, second]) {
			await dashboard.until(() => dashboard.device('Boiler room')?.presence.state === 'online');
			expect(dashboard.pending.size).toBe(0);
			expect(dashboard.events).toContainEqual(expect.objectContaining({ type: 'pending-removed', why: 'claimed' }));
			expect(dashboard.gaps).toBe(0);
		}
		expect(view.device('Boiler room')).toMatchObject({
			security: 'secure-v2',
			board: 'virtual',
			code: expect.stringMatching(/^ESP_[0-9A-F]{12}$/),
		});
		second.close();
	});

	it('a tap moves the relay on two dashboards, with who did it', async () => {
		const { device } = await claimed();
		const second = await browser.open();
		expect(await view.setRelay(device.id, 1, true)).toEqual({ ok: true, value: null });
		for (const dashboard of [view, second])
			await dashboard.until(
				() => dashboard.relay(device.id, 1)?.reported === true && dashboard.relay(device.id, 1)?.wanted === null,
			);
		expect(view.relay(device.id, 1)).toMatchObject({ cause: 'command', by: 'anna', failure: null });
		expect(view.relay(device.id, 2)).toMatchObject({ reported: false });
		second.close();
	});

	it('a board that takes its time shows as wanted first, on every dashboard', async () => {
		const { device, board } = await claimed();
		const second = await browser.open();
		board.cut();
		await view.setRelay(device.id, 1, true);
		for (const dashboard of [view, second]) {
			await dashboard.until(() => dashboard.relay(device.id, 1)?.wanted === true);
			expect(dashboard.relay(device.id, 1)).toMatchObject({ reported: false, failure: null });
			await dashboard.until(() => dashboard.relay(device.id, 1)?.failure);
		}
		second.close();
	});

	it('REST answers a toggle when the board has reported it', async () => {
		const { device } = await claimed();
		expect(await browser.call('PUT', `/devices/${device.id}/relays/2`, { on: true })).toMatchObject({
			reported: true,
			by: 'anna',
		});
	});

	it('a board that is cut off mid-command makes the toggle fall back with a reason, and the device go AWAY', async () => {
		const { device, board } = await claimed();
		board.cut();
		await view.setRelay(device.id, 1, true);
		await view.until(() => view.relay(device.id, 1)?.failure === 'no-answer');
		expect(view.relay(device.id, 1)).toMatchObject({ reported: false, wanted: null });
		await view.until(() => view.devices.get(device.id)?.presence.state === 'away');
		expect(await view.setRelay(device.id, 1, true)).toMatchObject({
			ok: false,
			error: { code: 'board-not-connected' },
		});
	});

	it('a dashboard that lost its line for a moment is sent what it missed, no gap and no double', async () => {
		const { device } = await claimed();
		const before = view.seq;
		view.socket.io.engine.close();
		await view.until(() => !view.following);
		await browser.call('PUT', `/devices/${device.id}/relays/1`, { on: true });
		await view.until(() => view.following && view.relay(device.id, 1)?.reported === true);
		expect(view.answers.at(-1)).toBe('missed');
		expect(view.gaps).toBe(0);
		expect(view.seq).toBeGreaterThan(before);
	});

	it('the hub plays a virtual board itself, over restarts, until its device is deleted', async () => {
		const pending = await browser.addVirtualBoard({ name: 'Played' });
		const began = performance.now();
		await browser.call('POST', `/pending/${pending.id}/virtual-board`);
		await view.until(() => view.device('Played')?.presence.state === 'online');
		expect(performance.now() - began).toBeLessThan(2_000);
		expect(view.device('Played')).toMatchObject({ virtual: true });
		await hub.stop();
		await hub.start();
		await view.until(() => view.following && view.device('Played')?.presence.state === 'online');
		await browser.call('DELETE', `/devices/${view.device('Played')!.id}`);
		await expect.poll(() => readdirSync(join(hub.data, 'virtual-boards')), { timeout: 4_000 }).toEqual([]);
	});

	it('a board that is not virtual is not played by the hub', async () => {
		const pending = await browser.call<PendingView>('POST', '/pending', {
			name: 'Real',
			board: 'd1-mini',
			relays: [{ id: 1, name: 'Pump', gpio: 5, activeLow: false }],
			sensors: [],
			wifi: { ssid: 'home', password: 'a secret for the walls' },
		});
		await expect(browser.call('POST', `/pending/${pending.id}/virtual-board`)).rejects.toMatchObject({ status: 400 });
	});

	it('the config file holds what was planned, and secrets are nowhere else', async () => {
		const pending = await browser.call<PendingView>('POST', '/pending', {
			name: 'Real',
			board: 'd1-mini',
			relays: [{ id: 1, name: 'Pump', gpio: 5, activeLow: true }],
			sensors: [],
			wifi: { ssid: 'home', password: 'a secret for the walls' },
		});
		expect(JSON.stringify(pending)).not.toContain('a secret');
		const config = decodeConfigFile(await browser.configFile(pending.id));
		if (!config.ok) throw new Error(config.error);
		expect(config.value).toMatchObject({
			board: 'd1-mini',
			wifi: [{ ssid: 'home', password: 'a secret for the walls' }],
		});
		expect(config.value.configure?.relays).toMatchObject([{ id: 1, pin: 5, activeLow: true }]);
		const key = Buffer.from(config.value.key);
		for (const name of readdirSync(hub.data)) {
			const path = join(hub.data, name);
			if (!statSync(path).isFile()) continue;
			const bytes = readFileSync(path);
			expect(bytes.includes(key), name).toBe(false);
			expect(bytes.includes('a secret for the walls'), name).toBe(false);
		}
		expect(JSON.stringify(hub.logged)).not.toContain('a secret for the walls');
		expect(JSON.stringify(hub.logged)).not.toContain(key.toString('hex'));
		for (const name of ['key', 'hub-id']) expect(statSync(join(hub.data, name)).mode & 0o077, name).toBe(0);
		expect(existsSync(join(hub.data, 'setup-code'))).toBe(false);
	});
});
