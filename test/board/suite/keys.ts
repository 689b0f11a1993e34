import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { decodeConfigFile, encodeConfigFile } from '../../../protocol/config-file.ts';
import type { PendingView } from '../../../protocol/dashboard/pending.ts';
import type { SuiteHouse } from './suite-house.ts';

/** How a board comes to a hub, and what keeps it there or out. */
export function keysSuite(open: () => Promise<SuiteHouse>): void {
	it('comes in, is claimed by itself, and is online with its relays and its sensor', async () => {
		const house = await open();
		await house.claimed();
		expect(house.view.pending.size).toBe(0);
		await house.view.until(() => house.device.readings[0]?.value);
		expect(house.device).toMatchObject({
			code: expect.stringMatching(/^ESP_[0-9A-F]{12}$/),
			security: 'secure-v2',
			board: 'virtual',
		});
		expect(house.device.relays.map(({ reported, cause }) => ({ reported, cause }))).toEqual([
			{ reported: false, cause: 'boot' },
			{ reported: false, cause: 'boot' },
		]);
		expect(house.device.readings[0]).toMatchObject({ sensor: 1, unit: 'celsius' });
		const steps = house.board.lines.filter((line) => /^(found the hub at |authenticated$|got a new key$)/.test(line));
		expect(steps.map((line) => line.split(' ')[0])).toEqual([
			'found',
			'authenticated',
			'got',
			'found',
			'authenticated',
		]);
	});

	it('comes back with its key after its power was cut, and nobody is asked', async () => {
		const house = await open();
		await house.claimed();
		await house.cutPower();
		expect(house.device.presence.state).toBe('away');
		house.board.start();
		await house.online();
		expect(house.view.devices.size).toBe(1);
		expect(house.board.lines.filter((line) => /refused/.test(line))).toEqual([]);
	});

	it('says goodbye where it is stopped on purpose, is offline at once, and online when it comes back', async () => {
		const house = await open();
		await house.claimed();
		expect(await house.board.stop()).toBe(0);
		await house.view.until(() => house.device.presence.state === 'offline');
		house.board.start();
		await house.online();
	});

	it('with a key that the hub does not know is refused in words, in both logs, and keeps trying', async () => {
		const house = await open();
		const config = decodeConfigFile(await house.configFile());
		if (!config.ok) throw new Error(config.error);
		house.board.start(encodeConfigFile({ ...config.value, keyId: randomBytes(16) }));
		expect(await house.board.said(/^refused/)).toMatch(/^refused \(4404\): .*\w{3}/);
		await house.board.said(/^refused/, house.board.lines.length);
		expect(house.hub.logged.some(({ code }) => code === 4404)).toBe(true);
		expect(house.view.pending.size).toBe(1);
	});

	it('with the right key id and another key is not believed, and obeys no hub', async () => {
		const house = await open();
		const config = decodeConfigFile(await house.configFile());
		if (!config.ok) throw new Error(config.error);
		house.board.start(encodeConfigFile({ ...config.value, key: randomBytes(32) }));
		expect(await house.board.said(/^refused/)).toMatch(/^refused \(4400\): The handshake does not hold/);
		expect(house.board.lines).not.toContain('authenticated');
		expect(house.view.pending.get(house.id)?.step).not.toBe('authenticated');
	});

	it('that was deleted is a stranger, until it is flashed anew', async () => {
		const house = await open();
		await house.claimed();
		await house.browser.call('DELETE', `/devices/${house.id}`);
		await house.board.said(/^refused \(4404\)/);
		await house.view.until(() => house.view.devices.size === 0);
		await house.board.cutPower();
		await house.claimed({ name: 'Again' });
		expect([...house.view.devices.values()].map(({ name }) => name)).toEqual(['Again']);
	});

	it('gets a new token in place of the old one without a gap, and holds it after a power cut', async () => {
		const house = await open();
		await house.claimed();
		const { fingerprint } = house.device.token;
		await house.browser.call('POST', `/devices/${house.id}/token/rotate`);
		const isNew = () => house.device.token.state === 'active' && house.device.token.fingerprint !== fingerprint;
		await house.view.until(() => isNew() && house.isOnline);
		await house.set(1, true);
		await house.cutPower();
		house.board.start();
		await house.online();
		expect(house.board.lines.filter((line) => /refused/.test(line))).toEqual([]);
	});

	it('whose token was revoked is out at once, and is the same device with new firmware', async () => {
		const house = await open();
		await house.claimed();
		await house.browser.call('PATCH', `/devices/${house.id}`, { name: 'Cellar' });
		await house.configured((plan) => (plan.relays[0]!.maxOnMs = 3_600_000));
		await house.browser.call('POST', `/devices/${house.id}/token/revoke`);
		await house.board.said(/^refused \(4401\): .*\w{3}/);
		await house.view.until(() => !house.isOnline && house.device.token.state === 'revoked');
		const pending = await house.browser.call<PendingView>('POST', `/devices/${house.id}/firmware`, {});
		await house.board.cutPower();
		house.board.start(await house.browser.configFile(pending.id));
		await house.online();
		expect(house.view.devices.size).toBe(1);
		expect(house.device).toMatchObject({ name: 'Cellar', token: { state: 'active', firmware: null } });
		await house.view.until(() => house.device.config.state === 'applied');
		await house.set(1, true);
		expect(house.relay(1).offAt).not.toBeNull();
	});

	it('is back after a restart of the hub, its relay still on', async () => {
		const house = await open();
		await house.claimed();
		await house.set(1, true);
		await house.hub.stop();
		await house.view.until(() => !house.view.following);
		await house.hub.start();
		await house.online();
		await house.view.until(() => house.relay(1).reported === true);
		expect(house.view.answers).toEqual(['snapshot', 'snapshot']); // a new epoch: nothing can be taken up where it was
		expect(house.board.switched({ id: 1, gpio: 0 })).toEqual(['on']);
	});

	it('finds the hub where it is now, when its address has changed', async () => {
		const house = await open();
		await house.claimed();
		await house.cutPower();
		house.board.moveTo('127.0.0.1:9');
		house.board.start();
		await house.board.said(/^disconnected: the hub cannot be reached/);
		await house.board.cutPower();
		house.board.moveTo(house.hub.origin);
		house.board.start();
		await house.online();
	});

	it('is found by its light and rebooted, its relays as they were, and its log is read', async () => {
		const house = await open();
		await house.claimed();
		await house.configured((plan) => (plan.relays[1]!.pulseMs = 500));
		await house.set(1, true);
		await house.browser.call('POST', `/devices/${house.id}/identify`);
		await house.board.said(/^blink, blink/);
		await expect.poll(() => house.log(), { timeout: 10_000 }).toContain('configuration 1 applied');
		await house.browser.call('POST', `/devices/${house.id}/reboot`);
		await house.view.until(() => house.device.presence.state === 'away');
		await house.online();
		await house.view.until(() => house.relay(1).cause === 'boot');
		expect(house.relay(1)).toMatchObject({ reported: true });
		expect(house.board.switched({ id: 1, gpio: 0 })).toEqual(['on']);
	});
}
