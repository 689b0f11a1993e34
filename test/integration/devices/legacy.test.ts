import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decodeConfigFile } from '../../../protocol/config-file.ts';
import type { PendingView } from '../../../protocol/dashboard/pending.ts';
import { LIMITS } from '../../../hub/accounts/limits/failure-counter.ts';
import { MAX_BODY_BYTES } from '../../../hub/doors/server/bodies/read-body.ts';
import { answerOf, poll as pollAt } from '../../harness/boards/legacy-board.ts';
import {
	DAY_MS,
	OFF,
	ON,
	SHED,
	add,
	browser,
	clock,
	device,
	failure,
	hub,
	id,
	log,
	poll,
	presence,
	put,
	relay,
	setUp,
	states,
	tearDown,
	token,
	view,
} from '../../harness/boards/legacy-fixture.ts';
import { memberOf } from '../../harness/people/member.ts';
import { RawLink, claim } from '../../harness/boards/raw-link.ts';

beforeEach(setUp);
afterEach(tearDown);

describe('a board with older firmware', () => {
	it('is added with its token, which is in no other answer, no log and not in the database', async () => {
		expect(token).toMatch(/^oc_perm_[\w-]{43}$/);
		expect(device()).toMatchObject({
			name: 'Shed',
			security: 'legacy-v1',
			mac: '',
			code: '',
			boardName: 'Older firmware',
			virtual: false,
			token: { state: 'active', createdAt: clock.now() },
			config: { state: 'applied' },
		});
		expect(relay()).toMatchObject({ name: 'Lamp', reported: null, wanted: null });
		await view.until(() => log().some(({ what }) => what === 'added'));
		expect(log().find(({ what }) => what === 'added')).toMatchObject({ person: 'anna', deviceName: 'Shed' });
		await poll();
		await hub.stop();
		for (const file of readdirSync(hub.data, { recursive: true, withFileTypes: true }))
			if (file.isFile()) expect(readFileSync(join(file.parentPath, file.name), 'latin1')).not.toContain(token);
		expect(JSON.stringify([...view.events, ...hub.logged])).not.toContain(token);
	});

	it('asks with its token in the query or in a header, with or without the slash, by GET, form or JSON', async () => {
		const url = `${hub.origin}/api/device/state`;
		const header = { 'X-Device-Token': token };
		const asJson = { method: 'POST', headers: { ...header, 'content-type': 'application/json' } };
		for (const asked of [
			fetch(`${url}?token=${token}`),
			fetch(`${url}/?token=${token}`),
			fetch(url, { headers: header }),
			fetch(`${url}/`, { headers: header }),
			fetch(url, { method: 'POST', headers: header, body: new URLSearchParams({ relay2: '0' }) }),
			fetch(`${url}/?token=${token}`, { method: 'POST' }),
			fetch(url, { ...asJson, body: JSON.stringify({ relay1: false, temperature: 21.5, firmware: '1.0' }) }),
		])
			expect(await answerOf(await asked)).toEqual({ status: 200, body: OFF });
	});

	it('is the truth about its relays where it reports them, in whatever words', async () => {
		for (const [word, on] of [
			['1', true],
			['0', false],
			['true', true],
			['False', false],
			['ON', true],
			['off', false],
		] as const)
			expect(await states({ relay1: word })).toEqual(on ? ON : OFF);
		await states({ relay1: 1 });
		await view.until(() => relay().reported === true);
		expect(relay()).toMatchObject({ wanted: null, cause: null, by: null });
		expect(await states({ relay1: 1, relay9: 1 })).toEqual(ON);
	});

	it('reports temperature and humidity, live; "nan" is a sensor that does not answer', async () => {
		await poll({ temperature: 21.456, humidity: 40 });
		await view.until(() => device().readings.length === 2);
		const values = () => device().readings.map(({ unit, value }) => [unit, value]);
		expect(values()).toEqual([
			['celsius', 21.46],
			['percent', 40],
		]);
		expect((await poll({ temperature: 'nan', humidity: 1_000 })).status).toBe(200);
		await view.until(() => device().readings.every(({ value }) => value === null));
		await poll({ temperature: -3 });
		await view.until(() => values()[0]![1] === -3);
	});

	it('keeps its readings over a restart, and when it is renamed', async () => {
		await poll({ temperature: 20 });
		await view.until(() => device().readings.length === 1);
		await browser.call('PATCH', `/devices/${id}`, { name: 'Barn' });
		await view.until(() => device().name === 'Barn' && device().readings.length === 1);
		await hub.stop();
		await hub.start();
		await view.until(() => view.answers.length === 2);
		expect(device().readings).toMatchObject([{ unit: 'celsius', value: 20 }]);
	});

	it('is ONLINE for less than 10 s after a poll, AWAY for less than 300 s, then OFFLINE, whatever the wall clock does', async () => {
		expect(presence()).toBe('offline');
		await poll();
		await view.until(() => presence() === 'online');
		clock.advance(9_999);
		clock.stepWall(DAY_MS);
		await poll();
		clock.stepWall(-2 * DAY_MS);
		clock.advance(9_999);
		await browser.call('GET', '/hub');
		expect(presence()).toBe('online');
		clock.advance(1);
		await view.until(() => presence() === 'away');
		clock.advance(289_999);
		await browser.call('GET', '/hub');
		expect(presence()).toBe('away');
		clock.advance(1);
		await view.until(() => presence() === 'offline');
		await poll();
		await view.until(() => presence() === 'online');
	});
});

describe('a token', () => {
	it('of a deleted device is answered 404', async () => {
		await browser.call('DELETE', `/devices/${id}`);
		const { status, body } = await poll();
		expect([status, body.success, body.message]).toEqual([404, false, expect.stringContaining('it was deleted')]);
	});

	it('that was revoked fills no log, however often the board asks', async () => {
		await browser.call('POST', `/devices/${id}/token/revoke`);
		for (let n = 0; n < 5; n++) expect((await poll()).status).toBe(401);
		expect(hub.logged.filter(({ msg }) => msg === 'board refused')).toHaveLength(1);
	});

	it('that was revoked is answered 401, now and after a restart, and its device is not switched', async () => {
		await poll();
		await view.until(() => presence() === 'online');
		await browser.call('POST', `/devices/${id}/token/revoke`);
		for (const restart of [false, true]) {
			if (restart) {
				await hub.stop();
				await hub.start();
				await view.until(() => view.answers.length === 2);
			}
			const { status, body } = await poll();
			expect([status, body.success, body.message]).toEqual([401, false, expect.stringContaining('was revoked')]);
		}
		expect(await failure(put(true))).toMatchObject({ status: 409 });
	});

	it('works until Secure v2 has connected, and then no more; the device stays', async () => {
		await poll({ temperature: 20 });
		const wiring = SHED.relays.map(({ id }) => ({ id, gpio: id, activeLow: false }));
		const firmware = { board: 'virtual', relays: wiring };
		const pending = await browser.call<PendingView>('POST', `/devices/${id}/firmware`, firmware);
		expect(pending.forDevice).toMatchObject({ id, kind: 'upgrade' });
		const config = decodeConfigFile(await browser.configFile(pending.id));
		if (!config.ok) throw new Error(config.error);
		const { identity } = await claim(hub.origin, config.value, '02A1B2C3D4E5');
		expect((await poll()).status).toBe(200);
		const link = await new RawLink(hub.origin).enter(identity);
		await view.until(() => device().security === 'secure-v2' && presence() === 'online');
		expect((await poll()).status).toBe(404);
		expect(device()).toMatchObject({ name: 'Shed', mac: '02:A1:B2:C3:D4:E5' });
		link.end();
	});

	it('is needed; guesses are answered 404, and from the twentieth on 429, but who knows a token is let in', async () => {
		const none = await fetch(`${hub.origin}/api/device/state/`);
		expect(none.status).toBe(401);
		const from = { 'x-forwarded-for': '192.168.1.77' };
		for (let tries = 1; tries <= LIMITS.failures; tries++)
			expect((await pollAt(hub.origin, `oc_perm_${tries}`, {}, from)).status).toBe(404);
		const banned = await pollAt(hub.origin, 'oc_perm_21', {}, from);
		expect(banned).toMatchObject({ status: 429, body: { success: false, retryAfterS: LIMITS.firstBanMs / 1_000 } });
		expect((await pollAt(hub.origin, token, {}, from)).status).toBe(200);
		expect((await pollAt(hub.origin, 'oc_perm_22', {}, { 'x-forwarded-for': '192.168.1.78' })).status).toBe(404);
	});
});

describe('bad input', () => {
	it.each([
		['relay1', { relay1: 'maybe' }],
		['relay2', { relay2: '' }],
		['temperature', { temperature: 'warm' }],
		['humidity', { humidity: '4o' }],
	])('in %s is refused in words, and nothing of it is taken', async (field, wrong) => {
		const answer = await poll({ relay1: 1, temperature: 20, ...wrong });
		expect(answer).toMatchObject({ status: 400, body: { success: false, field } });
		expect(answer.body.message).toContain(field);
		expect(await states()).toEqual(OFF);
		expect(device().readings).toEqual([]);
	});

	it.each([
		['JSON that is none', '{"relay1":', 400],
		['JSON that is no object', '[1]', 400],
		['a body that never ends', 'x'.repeat(MAX_BODY_BYTES + 1), 413],
	])('%s is refused', async (_, body, status) => {
		const headers = { 'X-Device-Token': token, 'content-type': 'application/json' };
		const answer = await answerOf(await fetch(`${hub.origin}/api/device/state`, { method: 'POST', headers, body }));
		expect(answer).toMatchObject({ status, body: { success: false } });
	});

	it.each([
		['without a relay', { relays: [] }, 'relays'],
		['with a relay twice', { relays: [SHED.relays[0], { id: 1, name: 'Fan' }] }, 'relays.1.id'],
		['with a seventeenth relay', { relays: [{ id: 17, name: 'Lamp' }] }, 'relays.0.id'],
		['without a name', { name: ' ' }, 'name'],
	])('makes no device: %s', async (_, change, field) => {
		expect(await failure(add({ ...SHED, ...change }))).toMatchObject({ status: 400, field });
		expect(view.devices.size).toBe(1);
	});
});

it('a member may add such a board, a stranger may not', async () => {
	const ben = await memberOf(hub);
	const added = await add({ ...SHED, name: 'Barn' }, ben);
	expect((await poll({}, added.token)).body).toEqual(OFF);
	expect(await failure(add(SHED, hub.browser()))).toMatchObject({ status: 401 });
});
