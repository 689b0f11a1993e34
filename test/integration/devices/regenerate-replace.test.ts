import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeviceView } from '../../../protocol/dashboard/devices.ts';
import type { PendingView } from '../../../protocol/dashboard/pending.ts';
import { Credential } from '../../../protocol/device_pb.ts';
import { CLOSE } from '../../../hub/link/faults.ts';
import { RawLink } from '../../harness/boards/raw-link.ts';
import {
	MAC,
	OTHER_MAC,
	answerTo,
	browser,
	claimed,
	device,
	enter,
	hub,
	keyOf,
	online,
	registers,
	setUp,
	tearDown,
	view,
} from '../../harness/boards/token-fixture.ts';

beforeEach(setUp);
afterEach(tearDown);

describe('regenerate with new firmware', () => {
	it('kills the old token at once; record, name and settings stay when the board comes with the new firmware', async () => {
		const old = await claimed();
		const link = await enter(old);
		await view.until(online);
		const { id } = device();
		await browser.call('PATCH', `/devices/${id}`, { name: 'Cellar' });
		const pending = await browser.call<PendingView>('POST', `/devices/${id}/firmware`, {});
		expect((await link.closed).code).toBe(CLOSE.REVOKED);
		expect(pending.forDevice).toEqual({ id, name: 'Cellar', kind: 'regenerate' });
		await view.until(() => device().token.firmware?.pending === pending.id);
		expect(device().token.state).toBe('revoked');

		const next = await registers(await browser.configFile(pending.id));
		await view.until(() => device().token.state === 'active' && !view.pending.has(pending.id));
		await enter(next);
		await view.until(online);
		expect(view.devices.size).toBe(1);
		expect(device()).toMatchObject({ id, name: 'Cellar', token: { firmware: null } });
		expect(await answerTo(old)).toBe(CLOSE.REVOKED);
	});

	it('also on other hardware: the device gets its MAC', async () => {
		await claimed();
		const { id } = device();
		const pending = await browser.call<PendingView>('POST', `/devices/${id}/firmware`, {});
		await registers(await browser.configFile(pending.id), OTHER_MAC);
		await view.until(() => device().code === `ESP_${OTHER_MAC}`);
		expect(device().id).toBe(id);
	});

	it('deleting the new firmware leaves the device revoked, and revoking the device deletes the firmware', async () => {
		await claimed();
		const { id } = device();
		const first = await browser.call<PendingView>('POST', `/devices/${id}/firmware`, {});
		const file = await browser.configFile(first.id);
		await browser.call('DELETE', `/pending/${first.id}`);
		await view.until(() => device().token.firmware === null);
		expect(device().token.state).toBe('revoked');
		expect(await answerTo({ credential: Credential.REGISTRATION, ...keyOf(file), mac: MAC })).toBe(CLOSE.UNKNOWN);
		const second = await browser.call<PendingView>('POST', `/devices/${id}/firmware`, {});
		await browser.call('POST', `/devices/${id}/token/revoke`);
		await view.until(() => !view.pending.has(second.id));
		expect(device().token).toMatchObject({ state: 'revoked', firmware: null });
	});

	it('a virtual board that this hub plays gets its new firmware and stays the same hardware', async () => {
		const { id } = await browser.addVirtualBoard();
		await browser.call('POST', `/pending/${id}/virtual-board`);
		await view.until(() => view.devices.size === 1 && online());
		const { code } = device();
		const pending = await browser.call<PendingView>('POST', `/devices/${id}/firmware`, {});
		expect(pending.virtualRunning).toBe(false);
		await view.until(() => !online());
		await browser.call('POST', `/pending/${pending.id}/virtual-board`);
		await view.until(() => online() && device().token.state === 'active');
		expect(device()).toMatchObject({ id, code, virtual: true });
		expect((await view.setRelay(id, 1, true)).ok).toBe(true);
		await view.until(() => view.relay(id, 1)?.reported);
	});

	it('a second time takes the place of the first', async () => {
		await claimed();
		const { id } = device();
		const first = await browser.call<PendingView>('POST', `/devices/${id}/firmware`, {});
		const file = await browser.configFile(first.id);
		const second = await browser.call<PendingView>('POST', `/devices/${id}/firmware`, {});
		await view.until(() => !view.pending.has(first.id) && view.pending.has(second.id));
		expect(await answerTo({ credential: Credential.REGISTRATION, ...keyOf(file), mac: MAC })).toBe(CLOSE.UNKNOWN);
	});
});

describe('replace', () => {
	it('a new board takes the place of a device: name and settings stay, the old board’s key dies', async () => {
		const old = await claimed();
		const before = device();
		const oldLink = await enter(old);
		await view.until(online);
		// The key of another pending device, used already, comes up on a second board.
		const { id } = await browser.addVirtualBoard({ name: 'Spare' });
		const file = await browser.configFile(id);
		await registers(file, OTHER_MAC);
		await view.until(() => view.devices.size === 2);
		const spare = new RawLink(hub.origin);
		await spare.enter({ credential: Credential.REGISTRATION, ...keyOf(file), mac: '020000000001' });
		await view.until(() => [...view.pending.values()].some(({ conflict }) => conflict?.connected));
		const waiting = [...view.pending.values()][0]!;
		expect(waiting.conflict).toMatchObject({ reason: 'used-by-another-board', mac: '02:00:00:00:00:01' });

		const claiming = browser.call<DeviceView>('POST', `/awaiting/${waiting.id}/claim`, { replace: before.id });
		const { keyId, key } = (await spare.message('provision')).value;
		spare.send({ case: 'provisioned', value: { $typeName: 'mooring.v2.Provisioned', keyId } });
		expect(await claiming).toMatchObject({ id: before.id, name: before.name, code: 'ESP_020000000001' });
		expect((await oldLink.closed).code).toBe(CLOSE.REVOKED);
		expect(await answerTo(old)).toBe(CLOSE.REVOKED);
		await enter({ credential: Credential.DEVICE, keyId, key, mac: '020000000001' });
		await view.until(() => view.devices.get(before.id)?.presence.state === 'online');
		expect(view.devices.size).toBe(2);
	});

	it('a known board with new firmware takes its own place', async () => {
		const { id } = await browser.addVirtualBoard({ name: 'First' });
		const board = hub.board(await browser.configFile(id), 'flash');
		await view.until(() => view.device('First')?.presence.state === 'online');
		board.stop();
		const again = await browser.configFile((await browser.addVirtualBoard({ name: 'Second' })).id);
		hub.board(again, 'flash');
		await view.until(() => [...view.pending.values()].some(({ conflict }) => conflict?.reason === 'known-board'));
		const waiting = [...view.pending.values()].find(({ conflict }) => conflict)!;
		expect(waiting.conflict?.device).toEqual({ id, name: 'First' });
		await browser.call('POST', `/awaiting/${waiting.id}/claim`, { replace: id });
		await view.until(() => view.device('First')?.presence.state === 'online' && view.pending.size === 0);
		expect([...view.devices.keys()]).toEqual([id]);
	});

	it('of two people who claim one board at once, one succeeds', async () => {
		const { id } = await browser.addVirtualBoard();
		const file = await browser.configFile(id);
		await registers(file, OTHER_MAC);
		hub.board(file);
		await view.until(() => [...view.pending.values()].some(({ conflict }) => conflict?.connected));
		const waiting = [...view.pending.values()][0]!;
		const answers = await Promise.allSettled(
			Array.from({ length: 5 }, () => browser.call('POST', `/awaiting/${waiting.id}/claim`, {})),
		);
		expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		await view.until(() => view.devices.size === 2 && view.pending.size === 0);
	});

	it('replacing a device that is deleted meanwhile claims nothing', async () => {
		await claimed('020000000002');
		const target = device().id;
		const { id } = await browser.addVirtualBoard();
		const file = await browser.configFile(id);
		await registers(file, OTHER_MAC);
		await view.until(() => view.devices.has(id));
		const spare = await new RawLink(hub.origin).enter({
			credential: Credential.REGISTRATION,
			...keyOf(file),
			mac: MAC,
		});
		await view.until(() => view.pending.size === 1);
		const waiting = [...view.pending.values()][0]!;
		const claiming = browser.call('POST', `/awaiting/${waiting.id}/claim`, { replace: target });
		const { keyId } = (await spare.message('provision')).value;
		await browser.call('DELETE', `/devices/${target}`);
		spare.send({ case: 'provisioned', value: { $typeName: 'mooring.v2.Provisioned', keyId } });
		await expect(claiming).rejects.toMatchObject({ api: { code: 'conflict' } });
		expect([...view.devices.keys()]).toEqual([id]);
	});
});
