import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../../protocol/dashboard/history.ts';
import { Credential } from '../../../protocol/device_pb.ts';
import { CLOSE } from '../../../hub/link/faults.ts';
import { RawLink } from '../../harness/boards/raw-link.ts';
import {
	MAC,
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
