import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decodeConfigFile } from '../../../protocol/config-file.ts';
import type { DeviceView } from '../../../protocol/dashboard/devices.ts';
import type { AuditEntry } from '../../../protocol/dashboard/history.ts';
import type { PendingView } from '../../../protocol/dashboard/pending.ts';
import { Credential } from '../../../protocol/device_pb.ts';
import { CLOSE } from '../../../hub/link/faults.ts';
import type { BrowserSession, LiveView } from '../../harness/browser-session.ts';
import { TestHub } from '../../harness/hub.ts';
import { RawLink, type RawIdentity, claim } from '../../harness/boards/raw-link.ts';

const MAC = '02A1B2C3D4E5';
const OTHER_MAC = '02FFEEDDCCBB';

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

const device = () => [...view.devices.values()][0]!;
const online = () => device()?.presence.state === 'online';

function keyOf(file: Uint8Array): { keyId: Uint8Array; key: Uint8Array } {
	const config = decodeConfigFile(file);
	if (!config.ok) throw new Error(config.error);
	return config.value;
}

/** A claimed device and the key its board holds; nobody is connected. */
async function claimed(mac = MAC): Promise<RawIdentity> {
	const { id } = await browser.addVirtualBoard();
	const { identity } = await claim(hub.origin, keyOf(await browser.configFile(id)), mac);
	await view.until(() => view.devices.has(id));
	return identity;
}

const enter = (identity: RawIdentity) => new RawLink(hub.origin).enter(identity);

/** The close code that a key is answered with before any handshake, or 'welcome' where it is let in. */
async function answerTo(identity: RawIdentity): Promise<number | 'welcome'> {
	const link = new RawLink(hub.origin);
	const greeted = link.greet(identity).then(
		() => 'welcome' as const,
		() => 'welcome' as const,
	);
	const answer = await Promise.race([link.closed.then(({ code }) => code), greeted]);
	link.end();
	return answer;
}

async function registers(file: Uint8Array, mac = MAC): Promise<RawIdentity> {
	return (await claim(hub.origin, keyOf(file), mac)).identity;
}

describe('rotate in place', () => {
	it('gives an online board a new token without a gap, and only then drops the old one', async () => {
		const old = await claimed();
		const link = await enter(old);
		await view.until(online);
		const { fingerprint } = device().token;
		await browser.call('POST', `/devices/${device().id}/token/rotate`);
		await view.until(() => device().token.state === 'rotating');
		const { keyId, key } = (await link.message('provision')).value;
		expect(await answerTo(old)).toBe('welcome');
		link.send({ case: 'provisioned', value: { $typeName: 'mooring.v2.Provisioned', keyId } });
		expect((await link.closed).code).toBe(CLOSE.RECONNECT);
		const next = { ...old, keyId, key };
		const again = await enter(next);
		await view.until(() => online() && device().token.state === 'active');
		expect(device().token.fingerprint).not.toBe(fingerprint);
		expect(await answerTo(old)).toBe(CLOSE.REVOKED);
		again.end();
	});

	it('sends the key again after a lost link, also when the hub was restarted in between', async () => {
		const old = await claimed();
		const link = await enter(old);
		await view.until(online);
		await browser.call('POST', `/devices/${device().id}/token/rotate`);
		const offered = (await link.message('provision')).value;
		link.end();
		await hub.stop();
		await hub.start();
		await view.until(() => view.answers.length === 2);
		expect(device().token.state).toBe('rotating');
		const again = await enter(old);
		expect((await again.message('provision')).value.key).toEqual(offered.key);
		again.end();
	});

	it('a second rotation replaces the first, whose key is good for nothing', async () => {
		const old = await claimed();
		const link = await enter(old);
		await view.until(online);
		await browser.call('POST', `/devices/${device().id}/token/rotate`);
		const first = (await link.message('provision')).value;
		await browser.call('POST', `/devices/${device().id}/token/rotate`);
		await link.until(() => link.heard.filter((message) => message.case === 'provision').length === 2);
		link.send({ case: 'provisioned', value: { $typeName: 'mooring.v2.Provisioned', keyId: first.keyId } });
		expect(await answerTo({ ...old, keyId: first.keyId, key: first.key })).toBe(CLOSE.UNKNOWN);
		expect(link.socket.readyState).toBe(link.socket.OPEN);
		link.end();
	});

	it('is refused in words where the board is away', async () => {
		await claimed();
		await expect(browser.call('POST', `/devices/${device().id}/token/rotate`)).rejects.toMatchObject({
			api: { code: 'board-not-connected', message: expect.stringContaining('not connected') },
		});
	});
});

describe('revoke', () => {
	it('disconnects at once, and is for good, also after a restart', async () => {
		const identity = await claimed();
		const link = await enter(identity);
		await view.until(online);
		await browser.call('POST', `/devices/${device().id}/token/revoke`);
		expect((await link.closed).code).toBe(CLOSE.REVOKED);
		await view.until(() => device().token.state === 'revoked');
		expect(await answerTo(identity)).toBe(CLOSE.REVOKED);
		await hub.stop();
		await hub.start();
		expect(await answerTo(identity)).toBe(CLOSE.REVOKED);
	});

	it('works while the board is away, and kills a key that is on its way too', async () => {
		const old = await claimed();
		const link = await enter(old);
		await view.until(online);
		await browser.call('POST', `/devices/${device().id}/token/rotate`);
		const { keyId, key } = (await link.message('provision')).value;
		link.end();
		await view.until(() => !online());
		await browser.call('POST', `/devices/${device().id}/token/revoke`);
		expect(await answerTo(old)).toBe(CLOSE.REVOKED);
		expect(await answerTo({ ...old, keyId, key })).toBe(CLOSE.REVOKED);
	});

	it('kills the registration key of a board that never used its first token', async () => {
		const { id } = await browser.addVirtualBoard();
		const file = await browser.configFile(id);
		await registers(file);
		await view.until(() => view.devices.has(id));
		await browser.call('POST', `/devices/${id}/token/revoke`);
		expect(await answerTo({ credential: Credential.REGISTRATION, ...keyOf(file), mac: MAC })).toBe(CLOSE.UNKNOWN);
	});

	it('refuses a board whose key dies while it shakes hands', async () => {
		const identity = await claimed();
		const link = await new RawLink(hub.origin).greet(identity);
		await browser.call('POST', `/devices/${device().id}/token/revoke`);
		link.beat();
		expect((await link.closed).code).toBe(CLOSE.REVOKED);
		expect(online()).toBe(false);
	});
});

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

describe('races', () => {
	it('revoke against rotate, delete and regenerate: whatever wins, the old token is dead', async () => {
		const old = await claimed();
		const link = await enter(old);
		await view.until(online);
		const { id } = device();
		await Promise.allSettled([
			browser.call('POST', `/devices/${id}/token/rotate`),
			browser.call('POST', `/devices/${id}/token/revoke`),
			browser.call('POST', `/devices/${id}/firmware`, {}),
			browser.call('POST', `/devices/${id}/token/rotate`),
			browser.call('POST', `/devices/${id}/token/revoke`),
		]);
		await link.closed;
		expect(await answerTo(old)).toBe(CLOSE.REVOKED);
		await browser.call('DELETE', `/devices/${id}`);
		expect(await answerTo(old)).toBe(CLOSE.UNKNOWN);
	});
});

describe('who may', () => {
	it('nobody without a session', async () => {
		await claimed();
		const { id } = device();
		const stranger = hub.browser();
		for (const [method, path] of [
			['POST', 'token/rotate'],
			['POST', 'token/revoke'],
			['POST', 'firmware'],
			['PUT', 'config'],
			['PUT', 'wifi'],
			['POST', 'reboot'],
			['GET', 'log'],
		] as const)
			expect((await stranger.request(method, `/devices/${id}/${path}`, method === 'GET' ? undefined : {})).status).toBe(
				401,
			);
	});
});

describe('in the audit log', () => {
	it('each change of a token has its line and its person', async () => {
		const { id } = await browser.addVirtualBoard();
		hub.board(await browser.configFile(id));
		await view.until(() => view.devices.size === 1 && online());
		const { fingerprint } = device().token;
		await browser.call('POST', `/devices/${id}/token/rotate`);
		await view.until(() => device().token.state === 'active' && device().token.fingerprint !== fingerprint);
		await browser.call('POST', `/devices/${id}/token/revoke`);
		const { entries } = await browser.call<{ entries: AuditEntry[] }>('GET', `/audit?device=${id}&kind=token`);
		expect(entries.map(({ what, person }) => [what, person])).toEqual([
			['revoked', 'anna'],
			['rotated', null],
			['rotating', 'anna'],
		]);
	});
});
