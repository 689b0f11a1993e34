import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, expect, it } from 'vitest';
import type { LegacyDevice } from '../../../protocol/dashboard/devices.ts';
import type { PendingView } from '../../../protocol/dashboard/pending.ts';
import type { SecondFactorAsked } from '../../../protocol/dashboard/people/second-factor.ts';
import { Registration } from '../../../hub/claims/entities.ts';
import { systemRandom } from '../../../hub/base/random.ts';
import { DeviceKey } from '../../../hub/devices/entities.ts';
import { openData } from '../../../hub/open-data.ts';
import { PASSPHRASE } from '../../harness/backup/crafted.ts';
import { READ, answeredBy, newToken } from '../../harness/people/api-tokens.ts';
import { ask } from '../../harness/ask.ts';
import { turnOn } from '../../harness/people/authenticator.ts';
import { poll } from '../../harness/boards/legacy-board.ts';
import { RawLink, claim } from '../../harness/boards/raw-link.ts';
import { keyOf } from '../../harness/boards/token-fixture.ts';
import { BrowserSession, PASSWORD } from '../../harness/browser-session.ts';
import { HubProcess } from '../../harness/hub-process.ts';
import { lockDatabase } from '../../harness/lock-database.ts';
import { invite } from '../../harness/people/people.ts';

const WRONG = 'a password that is wrong';
const NEW_PASSWORD = 'seven swans on the river';
const BENS = 'bread and butter at noon';
const WIFI = { ssid: 'home', password: 'the first network' };
const OTHER_WIFI = { ssid: 'garden', password: 'the other network' };

let hub: HubProcess;
afterEach(() => hub.remove());

/** All ways in which a log could write this: as text, as bytes in the usual spellings, and as JSON lists them. */
function spellings(secret: string | Uint8Array): string[] {
	if (typeof secret === 'string') return [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)];
	const bytes = Buffer.from(secret);
	const hex = bytes.toString('hex');
	const base64 = bytes.toString('base64').replace(/=+$/, '');
	const entries = [...bytes].map((byte, at) => `"${at}":${byte}`).join();
	return [hex, hex.toUpperCase(), base64, bytes.toString('base64url'), [...bytes].join(), entries];
}

/** Names of the secrets that a text holds. */
function leaked(text: string, secrets: Map<string, string | Uint8Array>): string[] {
	return [...secrets].flatMap(([name, secret]) => (spellings(secret).some((way) => text.includes(way)) ? [name] : []));
}

/** What the database of a stopped hub holds of keys, opened. */
async function storedKeys(data: string): Promise<[name: string, key: Uint8Array][]> {
	const opened = await openData(data, systemRandom, pino({ level: 'silent' }));
	if (!opened.ok) throw new Error(opened.error.message);
	const { orm, vault, close } = opened.value;
	const em = orm.em.fork();
	const keys = (await em.find(DeviceKey, { revokedAt: null })).map(({ keyId, sealed }): [string, Uint8Array] => [
		`device key ${keyId}`,
		vault.open(sealed, `device-key:${keyId}`),
	]);
	const registrations = (await em.find(Registration, {})).flatMap(({ id, sealedKey }): [string, Uint8Array][] =>
		sealedKey ? [[`registration key ${id}`, vault.open(sealedKey, `registration-key:${id}`)]] : [],
	);
	await close();
	return [...keys, ...registrations];
}

it('a hub prints no secret at level trace, whatever becomes of it in a whole life', { timeout: 120_000 }, async () => {
	hub = new HubProcess({ MOORING_LOG: 'trace' });
	await hub.start();
	const { setUpCode } = hub;
	const secrets = new Map<string, string | Uint8Array>([
		['set-up code', setUpCode],
		['password', PASSWORD],
		['wrong password', WRONG],
		['new password', NEW_PASSWORD],
		["Ben's password", BENS],
		['Wi-Fi password', WIFI.password],
		['other Wi-Fi password', OTHER_WIFI.password],
		['passphrase', PASSPHRASE],
	]);
	const cookies = (session: BrowserSession, whose: string) =>
		secrets.set(`${whose} session ${secrets.size}`, session.cookie.split('=')[1]!);

	// Set-up, wrong guesses, another browser, and requests that cannot be read.
	const anna = new BrowserSession(hub.origin);
	expect((await anna.request('POST', '/setup', { code: 'AAAA-BBBB', name: 'anna', password: PASSWORD })).ok).toBe(
		false,
	);
	await anna.setUp(setUpCode);
	cookies(anna, "Anna's");
	const phone = new BrowserSession(hub.origin);
	expect((await phone.request('POST', '/session', { name: 'anna', password: WRONG })).status).toBe(401);
	await phone.call('POST', '/session', { name: 'anna', password: PASSWORD });
	cookies(phone, "Anna's phone's");
	for (const body of [`{"name":"anna","password":"${PASSWORD}"`, { name: 'anna', password: [PASSWORD] }, PASSWORD])
		expect((await phone.request('POST', '/session', body)).status).toBe(400);
	await ask(hub.origin, {
		path: `/api/v1/nothing/${WRONG.replaceAll(' ', '-')}?password=${encodeURIComponent(PASSWORD)}`,
	});

	// Invitations: a guess, one that is looked at and accepted.
	const { secret } = await invite(anna);
	secrets.set('invitation', secret);
	const ben = new BrowserSession(hub.origin);
	await ben.request('POST', '/invitations/look', { secret: `${secret.slice(1)}x` });
	await ben.call('POST', '/invitations/look', { secret });
	await ben.call('POST', '/invitations/accept', { secret, name: 'ben', password: BENS });
	cookies(ben, "Ben's");

	// A board with Wi-Fi: claimed, its token rotated, then a wrong and a revoked key; and one that the hub plays.
	const view = await anna.open();
	const pending = await anna.call<PendingView>('POST', '/pending', {
		name: 'Gate',
		board: 'd1-mini',
		relays: [{ id: 1, name: 'Bolt', gpio: 5, activeLow: false }],
		sensors: [],
		wifi: WIFI,
	});
	const file = keyOf(await anna.configFile(pending.id));
	secrets.set('registration key of the gate', file.key);
	const { identity } = await claim(hub.origin, file, '02A1B2C3D4E5');
	secrets.set('first key of the gate', identity.key);
	await view.until(() => view.devices.has(pending.id));
	const link = await new RawLink(hub.origin).enter(identity);
	await view.until(() => view.devices.get(pending.id)?.presence.state === 'online');
	await anna.call('PUT', `/devices/${pending.id}/wifi`, OTHER_WIFI);
	await anna.call('POST', `/devices/${pending.id}/token/rotate`);
	const { keyId, key } = (await link.message('provision')).value;
	secrets.set('second key of the gate', key);
	link.send({ case: 'provisioned', value: { $typeName: 'mooring.v2.Provisioned', keyId } });
	await link.closed;
	const again = await new RawLink(hub.origin).enter({ ...identity, keyId, key });
	await view.until(() => view.devices.get(pending.id)?.token.state === 'active');
	again.end();
	await new RawLink(hub.origin).greet({ ...identity, key: new Uint8Array(32) }).catch(() => undefined);
	const played = await anna.addVirtualBoard();
	await anna.call('POST', `/pending/${played.id}/virtual-board`);
	await view.until(() => view.relay(played.id, 1)?.reported === false);
	await view.setRelay(played.id, 1, true);
	await anna.addVirtualBoard({ name: 'Attic' });

	// A board that polls, with its token in the query.
	const older = { name: 'Shed', relays: [{ id: 1, name: 'Lamp' }] };
	const { token } = await anna.call<LegacyDevice>('POST', '/legacy-devices', older);
	secrets.set('polling token', token);
	expect((await poll(hub.origin, token, { relay1: 0 })).status).toBe(200);
	expect((await poll(hub.origin, token, { relay1: 'neither' })).status).toBe(400);
	expect((await poll(hub.origin, `${token}x`)).status).toBe(404);

	// A second factor: turned on, a sign-in with a wrong and a right code, and an API token that takes one.
	const { phone: app, codes } = await turnOn(anna);
	cookies(anna, "Anna's renewed");
	secrets.set('secret of the second factor', app.secret.bytes);
	secrets.set('typed secret of the second factor', app.secret.base32);
	for (const code of codes) {
		secrets.set(`recovery code ${code}`, code);
		secrets.set(`read recovery code ${code}`, code.replaceAll('-', ''));
	}
	const tablet = new BrowserSession(hub.origin);
	const asked = { name: 'anna', password: PASSWORD };
	const { handle } = await tablet.call<SecondFactorAsked>('POST', '/session', asked);
	secrets.set('handle of a sign-in', handle);
	const wrong = { handle, code: 'WRONG-WRONG' };
	expect((await tablet.request('POST', '/session/second-factor', wrong)).status).toBe(400);
	await tablet.call('POST', '/session/second-factor', { handle, code: codes[0] });
	cookies(tablet, "Anna's tablet's");
	const apiToken = (await newToken(anna, READ, { code: codes[1]! })).secret;
	secrets.set('API token', apiToken);
	expect(await answeredBy(hub.origin, apiToken, 'GET /devices')).toEqual([200]);
	expect((await answeredBy(hub.origin, `${apiToken}x`, 'GET /devices'))[0]).toBe(401);

	// Backups, and a new password while another program has the database.
	const proof = (code: number) => ({ current: PASSWORD, code: codes[code]! });
	const download = await anna.request('POST', '/backup', { passphrase: PASSPHRASE, ...proof(2) });
	expect([download.status, (await download.arrayBuffer()).byteLength > 0]).toEqual([200, true]);
	const nightly = { nightly: true, passphrase: PASSPHRASE, ...proof(3), keepDaily: 1, keepWeekly: 0 };
	await anna.call('PUT', '/backup/settings', nightly);
	await anna.call('POST', '/backup/now');
	const lock = await lockDatabase(join(hub.data, 'mooring.db'));
	const change = { ...proof(4), password: NEW_PASSWORD };
	expect((await anna.request('PUT', '/account/password', change)).status).toBe(503);
	await lock.unlock();
	await anna.call('PUT', '/account/password', change);
	cookies(anna, "Anna's new");
	await ben.call('DELETE', '/session');
	expect((await fetch(`${hub.origin}/metrics`)).status).toBe(200);
	view.close();
	await hub.stop();
	for (const [name, stored] of await storedKeys(hub.data)) secrets.set(name, stored);

	const lines = hub.output.split('\n').filter((line) => line !== '');
	const log = lines.filter((line) => line.startsWith('{')).join('\n');
	const greeting = lines.filter((line) => !line.startsWith('{')).join('\n');
	expect(log).toContain('"level":50'); // the lock
	expect(log).toContain('stopping');
	expect(secrets.size).toBeGreaterThan(20);
	expect([...secrets.values()].every((secret) => secret.length > 7)).toBe(true);
	expect(leaked(log, secrets)).toEqual([]);
	expect(leaked(greeting, secrets)).toEqual(['set-up code']); // printed for its owner
});

it('a secret is found in whatever way it is written', () => {
	const key = Uint8Array.from({ length: 32 }, (_, at) => (at * 37 + 200) % 256);
	const secrets = new Map<string, string | Uint8Array>([
		['text', 'say "friend" & enter'],
		['key', key],
	]);
	const text = 'say "friend" & enter';
	for (const line of [text, JSON.stringify({ text }), new URLSearchParams({ text }).toString().replaceAll('+', '%20')])
		expect(leaked(line, secrets)).toEqual(['text']);
	const buffer = Buffer.from(key);
	for (const way of [buffer.toString('hex'), buffer.toString('base64'), JSON.stringify(buffer), JSON.stringify(key)])
		expect(leaked(`{"level":30,"key":"${way}"}`, secrets)).toEqual(['key']);
	expect(leaked('{"level":30,"msg":"listening"}', secrets)).toEqual([]);
});
