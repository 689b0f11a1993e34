import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { SqlEntityManager } from '@mikro-orm/sqlite';
import type { DeviceView } from '../../../protocol/dashboard/devices.ts';
import { EMPTY_HOME } from '../../../protocol/dashboard/empty-home.ts';
import { NO_PREFERENCES } from '../../../protocol/dashboard/people/no-preferences.ts';
import type { ReadingsHistory } from '../../../protocol/dashboard/history.ts';
import { People, Sessions } from '../../../protocol/dashboard/people/people.ts';
import type { DeviceConfig } from '../../../protocol/dashboard/plan.ts';
import { systemRandom } from '../../../hub/base/random.ts';
import { keepHubId, openDataFolder } from '../../../hub/data-folder.ts';
import { entities, migrations } from '../../../hub/schema.ts';
import { openStore } from '../../../hub/store/open-store.ts';
import { openVault } from '../../../hub/store/vault.ts';
import { hashPassword } from '../../../hub/accounts/passwords/password.ts';
import { READ, answeredBy, newToken, tokensOf } from '../../harness/people/api-tokens.ts';
import { sql } from '../../harness/backup/crafted.ts';
import { PASSWORD } from '../../harness/browser-session.ts';
import { TestHub } from '../../harness/hub.ts';
import { Credential } from '../../../protocol/device_pb.ts';
import { RawLink } from '../../harness/boards/raw-link.ts';

const KEY_ID = '00112233445566778899aabbccddeeff';
const KEY = new Uint8Array(32).fill(7);
const MINUTE = 60_000;

let hub: TestHub;
afterEach(() => hub.remove());

/** A database as the first release left it: one device with its token, a pending device, and samples of its sensor. */
async function firstRelease(data: string): Promise<void> {
	const folder = openDataFolder(data, systemRandom);
	if (!folder.ok) throw new Error(folder.error.message);
	const { database, keyFile } = folder.value;
	const vault = openVault({ keyFile, databaseFile: database, random: systemRandom });
	if (!vault.ok) throw new Error(vault.error.message);
	const store = await openStore({ file: database, entities, migrations: migrations.slice(0, 1) });
	if (!store.ok) throw new Error(store.error.message);
	const em = store.value.em.fork() as SqlEntityManager;
	const now = Date.now();
	const plan = JSON.stringify({
		relays: [{ id: 1, name: 'Pump', gpio: 0, activeLow: true }],
		sensors: [{ id: 1, type: 'virtual' }],
	});
	await em.execute(
		'INSERT INTO device (id, name, mac, board, owner_id, plan, claimed_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
		['old', 'Cellar', '02A1B2C3D4E5', 'virtual', 'nobody', plan, now - MINUTE],
	);
	await em.execute('INSERT INTO device_key (key_id, device_id, sealed, created_at, proven_at) VALUES (?, ?, ?, ?, ?)', [
		KEY_ID,
		'old',
		vault.value.seal(KEY, `device-key:${KEY_ID}`),
		now - MINUTE,
		now - MINUTE,
	]);
	await em.execute(
		'INSERT INTO registration (id, key_id, sealed_key, owner_id, name, board, plan, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
		[
			'waiting',
			'ff'.repeat(16),
			vault.value.seal(KEY, 'registration-key:waiting'),
			'nobody',
			'Attic',
			'virtual',
			plan,
			now,
			now + 3_600_000,
		],
	);
	for (let i = 30; i > 0; i--)
		await em.execute('INSERT INTO sensor_sample (device_id, sensor, unit, at, value) VALUES (?, ?, ?, ?, ?)', [
			'old',
			1,
			'celsius',
			now - i * MINUTE,
			20 + i / 10,
		]);
	await store.value.close(true);
	keepHubId(folder.value);
}

/** A database of the version `version`, after the release before invitations: its owner, signed in twice. */
async function laterRelease(data: string, token: string, version = 3): Promise<void> {
	const folder = openDataFolder(data, systemRandom);
	if (!folder.ok) throw new Error(folder.error.message);
	const { database, keyFile } = folder.value;
	const vault = openVault({ keyFile, databaseFile: database, random: systemRandom });
	if (!vault.ok) throw new Error(vault.error.message);
	const store = await openStore({ file: database, entities, migrations: migrations.slice(0, version) });
	if (!store.ok) throw new Error(store.error.message);
	const em = store.value.em.fork() as SqlEntityManager;
	const now = Date.now();
	await em.execute(
		`INSERT INTO user (id, name, folded, password_hash, role, created_at) VALUES ('a', 'Anna', 'anna', '', 'owner', ?)`,
		[now],
	);
	for (const [secret, used, browser] of [
		[token, now, 'Gecko/20100101 Firefox/140.0'],
		['other-token', now - MINUTE, 'curl'],
	] as const)
		await em.execute(
			`INSERT INTO session (id, user_id, created_at, last_used_at, address, user_agent) VALUES (?, 'a', ?, ?, '192.168.1.4', ?)`,
			[createHash('sha256').update(secret).digest('hex'), used, used, browser],
		);
	await store.value.close(true);
	keepHubId(folder.value);
}

describe('a hub on the database of the first release', () => {
	it('has its devices, tokens, pending devices and samples, and its boards come back by themselves', async () => {
		hub = new TestHub();
		await firstRelease(hub.data);
		await hub.start();
		const browser = await hub.owner();
		const { devices } = await browser.call<{ devices: DeviceView[] }>('GET', '/devices');
		expect(devices).toMatchObject([{ id: 'old', name: 'Cellar', room: null, token: { state: 'active' } }]);
		const { plan, config } = await browser.call<DeviceConfig>('GET', '/devices/old/config');
		expect(plan).toMatchObject({
			relays: [{ id: 1, name: 'Pump', activeLow: true, powerOn: 'off', maxOnMs: 0 }],
			inputs: [],
			schedules: [],
		});
		expect(config).toMatchObject({ version: 1, state: 'applied' });
		const { series } = await browser.call<ReadingsHistory>('GET', '/devices/old/readings?range=24h');
		expect(series[0]!.points.length).toBeGreaterThanOrEqual(6);
		expect((await browser.call<{ pending: object[] }>('GET', '/pending')).pending).toMatchObject([{ name: 'Attic' }]);

		const view = await browser.open();
		const identity = {
			credential: Credential.DEVICE,
			keyId: Buffer.from(KEY_ID, 'hex'),
			key: KEY,
			mac: '02A1B2C3D4E5',
		};
		const link = await new RawLink(hub.origin).enter(identity);
		await view.until(() => view.devices.get('old')?.presence.state === 'online');
		link.end();
		view.close();
	});

	it('is left as it was where the upgrade cannot be finished', async () => {
		hub = new TestHub();
		await firstRelease(hub.data);
		const file = join(hub.data, 'mooring.db');
		const broken = [...migrations[1]!, 'CREATE TABLE device (id TEXT)'];
		const failed = await openStore({ file, entities, migrations: [migrations[0]!, broken] });
		expect(failed).toMatchObject({ ok: false, error: { kind: 'storage' } });
		await hub.start();
		const browser = await hub.owner();
		expect((await browser.call<{ devices: object[] }>('GET', '/devices')).devices).toHaveLength(1);
	});
});

it('a hub on the database of the release before invitations keeps its people signed in, with sessions that a list can name', async () => {
	hub = new TestHub();
	await laterRelease(hub.data, 'session-token');
	await hub.start();
	const signedIn = hub.browser();
	signedIn.cookie = 'mooring_session=session-token';
	expect(await signedIn.call('GET', '/session')).toMatchObject({ name: 'Anna', role: 'owner' });
	const { sessions } = Sessions.parse(await signedIn.call('GET', '/account/sessions'));
	expect(sessions).toMatchObject([
		{ current: true, browser: 'Firefox', address: '192.168.1.4' },
		{ current: false, browser: null },
	]);
	expect(new Set(sessions.map(({ id }) => id)).size).toBe(2);
	const { people } = People.parse(await signedIn.call('GET', '/people'));
	expect(people).toMatchObject([
		{ name: 'Anna', access: null, mayUpdateOthers: false, secondFactor: false, sessions: 2 },
	]);
	await signedIn.call('DELETE', `/account/sessions/${sessions[1]!.id}`);
	const other = hub.browser();
	other.cookie = 'mooring_session=other-token';
	expect((await other.request('GET', '/session')).status).toBe(401);
});

it('a hub on the database of before people arranged their Home and chose formats keeps them signed in, with neither', async () => {
	const withoutLayouts = 7;
	hub = new TestHub();
	await laterRelease(hub.data, 'session-token', withoutLayouts);
	await hub.start();
	const signedIn = hub.browser();
	signedIn.cookie = 'mooring_session=session-token';
	const view = await signedIn.open();
	expect([view.home, view.preferences]).toEqual([EMPTY_HOME, NO_PREFERENCES]);
	await signedIn.call('PUT', '/account/home', { ...EMPTY_HOME, rooms: ['Hall'] });
	await view.until(() => view.home.rooms.length === 1);
	await signedIn.call('PUT', '/account/preferences', { ...NO_PREFERENCES, hours: '24' });
	await view.until(() => view.preferences.hours === '24');
	view.close();
});

it('a hub on the database of before API tokens keeps its people signed in, and they make tokens', async () => {
	const withoutTokens = 5;
	hub = new TestHub();
	await laterRelease(hub.data, 'session-token', withoutTokens);
	const passwordHash = await hashPassword(PASSWORD, { memoryCost: 8, timeCost: 1, parallelism: 1 });
	await sql(join(hub.data, 'mooring.db'), `UPDATE user SET password_hash = '${passwordHash}'`);
	await hub.start();
	const signedIn = hub.browser();
	signedIn.cookie = 'mooring_session=session-token';
	expect(await tokensOf(signedIn)).toEqual([]);
	const { secret, token } = await newToken(signedIn, READ);
	expect(await answeredBy(hub.origin, secret, 'GET /devices')).toEqual([200]);
	expect(await tokensOf(signedIn)).toMatchObject([{ id: token.id, name: 'Phone' }]);
});
