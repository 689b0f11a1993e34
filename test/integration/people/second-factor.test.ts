import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { API } from '../../../protocol/dashboard/limits.ts';
import { AuditPage } from '../../../protocol/dashboard/history.ts';
import { type RecoveryCodes, SecondFactorAsked } from '../../../protocol/dashboard/people/second-factor.ts';
import { runCommand } from '../../../hub/command-line.ts';
import { READ, answeredBy, newToken, tokensOf } from '../../harness/people/api-tokens.ts';
import { type Answer, ask } from '../../harness/ask.ts';
import { type Authenticator, secondFactorOf, turnOn } from '../../harness/people/authenticator.ts';
import { type BrowserSession, PASSWORD } from '../../harness/browser-session.ts';
import { TestHub } from '../../harness/hub.ts';
import { answerOf, join, person, signInAs } from '../../harness/people/people.ts';
import { ShiftedClock } from '../../harness/shifted-clock.ts';

const WRONG = '000000';
const PASSPHRASE = 'six words that nobody else knows';

let hub: TestHub;
let clock: ShiftedClock;
let anna: BrowserSession;

beforeEach(async () => {
	clock = new ShiftedClock();
	// The test's own address is the proxy's, so that `x-forwarded-for` plays visitors from anywhere.
	hub = await new TestHub({ clock }, { MOORING_TRUSTED_PROXY: '127.0.0.1' }).start();
	anna = await hub.owner();
});
afterEach(() => hub.remove());

function post(path: string, body: object, from: string, cookies: string[] = []): Promise<Answer> {
	const headers = { origin: hub.origin, 'x-forwarded-for': from, ...(cookies[0] && { cookie: cookies.join('; ') }) };
	return ask(hub.origin, { method: 'POST', path: `${API}${path}`, headers, body });
}

/** The first step: a right password. */
async function handleFrom(from: string, name = 'anna'): Promise<string> {
	const answer = await post('/session', { name, password: PASSWORD }, from);
	expect([answer.status, answer.cookies]).toEqual([200, []]);
	return SecondFactorAsked.parse(JSON.parse(answer.text)).handle;
}

const finish = (handle: string, code: string, from: string, cookies?: string[]) =>
	post('/session/second-factor', { handle, code }, from, cookies);

async function signInByCode(code: string, from = '192.168.1.9'): Promise<Answer> {
	return finish(await handleFrom(from), code, from);
}

const statusOf = async (browser: BrowserSession) => (await browser.request('GET', '/session')).status;
const history = async (kind: string, what: string) =>
	AuditPage.parse(await anna.call('GET', `/audit?kind=${kind}`)).entries.filter((entry) => entry.what === what);

describe('turning the second factor on', () => {
	it('ends all other sessions and known browsers, and this session goes on with another cookie', async () => {
		const [, known] = (await post('/session', { name: 'anna', password: PASSWORD }, '192.168.1.9')).cookies;
		const other = await signInAs(hub, 'anna');
		const live = await anna.open();
		const { cookie } = anna;
		expect(await secondFactorOf(anna)).toEqual({ on: false, since: null, recoveryCodes: 0 });
		const { codes } = await turnOn(anna, clock.now());
		expect(new Set(codes).size).toBe(10);
		expect(await secondFactorOf(anna)).toMatchObject({ on: true, recoveryCodes: 10 });
		expect(anna.cookie).not.toBe(cookie);
		expect([await statusOf(anna), await statusOf(other)]).toEqual([200, 401]);
		await live.until(() => live.answers.length === 2 && live.following);
		live.close();
		// Strangers lock out the browser that was known before.
		for (let n = 0; n < 20; n++) await post('/session', { name: 'anna', password: 'wrong' }, '10.0.0.1');
		expect((await post('/session', { name: 'anna', password: PASSWORD }, '10.0.0.1', [known!])).status).toBe(429);
		expect(await history('people', 'second-factor-on')).toMatchObject([{ person: 'anna' }]);
		expect((await person(anna, 'anna')).secondFactor).toBe(true);
	});

	it('ends the API tokens that the password alone has made; a new one outlasts turning it off', async () => {
		const get = (secret: string) => answeredBy(hub.origin, secret, 'GET /devices');
		const before = await newToken(anna, READ, { name: 'Before' });
		const { phone } = await turnOn(anna, clock.now());
		expect(await get(before.secret)).toEqual([401, 'wrong-api-token']);
		expect(await tokensOf(anna)).toEqual([]);
		expect(await history('people', 'api-tokens-ended')).toMatchObject([
			{ person: 'anna', details: { name: 'anna', tokens: 'Before', count: 1 } },
		]);
		const { secret } = await newToken(anna, READ, { code: phone.next(clock) });
		const proof = { current: PASSWORD, code: phone.next(clock) };
		await anna.call('POST', '/account/second-factor/off', proof);
		expect(await get(secret)).toEqual([200]);
	});

	it('survives a restart of the hub; a sign-in that waits for its code does not', async () => {
		const { phone } = await turnOn(anna, clock.now());
		const handle = await handleFrom('192.168.1.9');
		await hub.stop();
		await hub.start();
		expect((await finish(handle, phone.next(clock), '192.168.1.9')).status).toBe(410);
		expect((await signInByCode(phone.at(clock.now()))).status).toBe(200);
	});
});

describe('a sign-in with a second factor', () => {
	let phone: Authenticator;
	let codes: string[];
	beforeEach(async () => {
		({ phone, codes } = await turnOn(anna, clock.now()));
	});

	it('is no session until the code is right; then it is in the history, once', async () => {
		const handle = await handleFrom('192.168.1.9');
		const stolen = await ask(hub.origin, { path: `${API}/devices`, headers: { cookie: `mooring_session=${handle}` } });
		expect(stolen.status).toBe(401);
		const before = (await history('security', 'signed-in')).length;
		const done = await finish(handle, phone.next(clock), '192.168.1.9');
		expect([done.status, JSON.parse(done.text)]).toMatchObject([200, { name: 'anna', role: 'owner' }]);
		expect(done.cookies.map((cookie) => cookie.split('=')[0])).toEqual(['mooring_session', 'mooring_browser']);
		expect(await history('security', 'signed-in')).toHaveLength(before + 1);
	});

	it('refuses a code that was used, by whomever, and says so', async () => {
		const code = phone.next(clock);
		expect((await signInByCode(code)).status).toBe(200);
		const again = await signInByCode(code, '203.0.113.9');
		expect([again.status, JSON.parse(again.text)]).toMatchObject([400, { fault: 'second-factor-used', field: 'code' }]);
	});

	it('says which time it is on the hub when a code is wrong', async () => {
		const wrong = JSON.parse((await signInByCode(WRONG)).text) as { message: string };
		expect(wrong.message).toContain('compare your phone’s clock');
		expect(wrong.message).toMatch(/\d\d:\d\d UTC/);
	});

	it('takes a stolen handle from no other network, where it is not used up either', async () => {
		const handle = await handleFrom('192.168.1.9');
		for (let n = 0; n < 10; n++) expect((await finish(handle, WRONG, '203.0.113.9')).status).toBe(410);
		const code = phone.next(clock);
		expect((await finish(handle, code, '203.0.113.9')).status).toBe(410);
		expect((await finish(handle, code, '192.168.1.9')).status).toBe(200);
		expect((await finish(handle, codes[0]!, '192.168.1.9')).status).toBe(410);
		expect((await secondFactorOf(anna)).recoveryCodes).toBe(10);
	});

	it('takes each recovery code once, and the history says so', async () => {
		const [first] = codes;
		expect((await signInByCode(first!.toLowerCase())).status).toBe(200);
		expect((await signInByCode(first!)).status).toBe(400);
		expect((await secondFactorOf(anna)).recoveryCodes).toBe(9);
		expect(await history('people', 'recovery-code-used')).toMatchObject([{ person: 'anna', details: { left: 9 } }]);
	});

	it('makes one session of one handle, though both factors come at the same time', async () => {
		const handle = await handleFrom('192.168.1.9');
		const race = await Promise.all([phone.next(clock), codes[0]!].map((code) => finish(handle, code, '192.168.1.9')));
		expect(race.map(({ status }) => status).sort()).toEqual([200, 410]);
		expect((await person(anna, 'anna')).sessions).toBe(2);
	});

	it('hears few wrong codes of whoever knows the password, from however many networks', async () => {
		const [, known] = (await signInByCode(phone.next(clock))).cookies;
		const statuses = [];
		for (let n = 0; n < 60; n++) {
			const from = `10.${n % 20}.0.${n}`;
			statuses.push((await finish(await handleFrom(from), WRONG, from)).status);
		}
		expect(statuses).toEqual([...Array<number>(30).fill(400), ...Array<number>(30).fill(429)]);
		// A right password in between forgives nothing: a stranger is locked out, whoever it is.
		expect((await signInByCode(phone.next(clock), '172.16.0.1')).status).toBe(429);
		// A known browser and a session are not.
		const handle = await handleFrom('172.16.0.2');
		expect((await finish(handle, phone.at(clock.now()), '172.16.0.2', [known!])).status).toBe(200);
		const proof = { current: PASSWORD, code: phone.next(clock) };
		expect((await answerOf(anna, 'POST', '/account/second-factor/recovery-codes', proof)).status).toBe(200);
	});

	it('tells of guesses that are few for each sign-in, a few times an hour', async () => {
		for (let n = 0; n < 20; n++) {
			const handle = await handleFrom('203.0.113.9');
			for (let guess = 0; guess < 4; guess++) await finish(handle, WRONG, '203.0.113.9');
		}
		const told = await history('security', 'second-factor-failed');
		expect(told).toHaveLength(4);
		expect(told[0]).toMatchObject({ person: null, details: { name: 'anna', address: '203.0.113.9' } });
	});

	it('tells of guesses by a stolen session, once they are locked out', async () => {
		const off = (code: string) => answerOf(anna, 'POST', '/account/second-factor/off', { current: PASSWORD, code });
		while ((await off(WRONG)).status === 400) expect(await history('security', 'second-factor-failed')).toEqual([]);
		expect(await history('security', 'second-factor-failed')).toMatchObject([{ details: { name: 'anna' } }]);
	});

	it('tells the owner that somebody knew the password and failed', async () => {
		const handle = await handleFrom('203.0.113.9');
		for (let n = 0; n < 6; n++) await finish(handle, WRONG, '203.0.113.9');
		expect(await history('security', 'second-factor-failed')).toMatchObject([
			{ person: null, details: { name: 'anna', address: '203.0.113.9' } },
		]);
	});
});

describe('with a second factor, a dangerous act', () => {
	let phone: Authenticator;
	beforeEach(async () => {
		({ phone } = await turnOn(anna, clock.now()));
	});

	const ACTS: [what: string, method: string, path: string, body: object][] = [
		['a backup', 'POST', '/backup', { passphrase: PASSPHRASE }],
		[
			'a new passphrase of the night',
			'PUT',
			'/backup/settings',
			{ nightly: true, passphrase: PASSPHRASE, keepDaily: 1, keepWeekly: 0 },
		],
		['a new password', 'PUT', '/account/password', { password: 'another horse, another battery' }],
		['an API token', 'POST', '/account/tokens', { name: 'Phone', scope: READ, expiresAt: null }],
		['new recovery codes', 'POST', '/account/second-factor/recovery-codes', {}],
		['turning it off', 'POST', '/account/second-factor/off', {}],
	];

	it.each(ACTS)('needs a code besides the password: %s', async (_, method, path, body) => {
		const answer = (proof: object) => answerOf(anna, method, path, { ...body, ...proof });
		const code = phone.next(clock);
		const refused = { status: 400, field: 'code' };
		expect(await answer({ current: PASSWORD })).toEqual({ ...refused, fault: 'second-factor-needed' });
		expect(await answer({ current: PASSWORD, code: WRONG })).toEqual({ ...refused, fault: 'second-factor-wrong' });
		const wrong = { status: 400, field: 'current', fault: 'current-password-wrong' };
		expect(await answer({ current: 'wrong', code })).toEqual(wrong);
		const spaced = `${code.slice(0, 3)} ${code.slice(3)}`;
		expect((await answer({ current: PASSWORD, code: spaced })).status).toBeLessThan(300);
	});

	it('hears few guesses at the code by a stolen session', async () => {
		let heard = 0;
		const off = (code: string) => answerOf(anna, 'POST', '/account/second-factor/off', { current: PASSWORD, code });
		for (let n = 0; n < 100; n++) if ((await off(WRONG)).status === 400) heard++;
		expect(heard).toBe(40); // as a known browser, and then as a stranger, of which one network is heard twenty times
		expect((await secondFactorOf(anna)).on).toBe(true);
	});
});

describe('it is off again', () => {
	it('by its person, whose password alone signs in then', async () => {
		const { phone } = await turnOn(anna, clock.now());
		const proof = { current: PASSWORD, code: phone.next(clock) };
		expect((await answerOf(anna, 'POST', '/account/second-factor/off', proof)).status).toBe(204);
		expect((await post('/session', { name: 'anna', password: PASSWORD }, '192.168.1.9')).cookies).toHaveLength(2);
		expect(await history('people', 'second-factor-off')).toMatchObject([{ person: 'anna' }]);
		const off = { status: 409, fault: 'second-factor-off' };
		expect(await answerOf(anna, 'POST', '/account/second-factor/off', proof)).toEqual(off);
	});

	it('by an owner for somebody else, never for themselves', async () => {
		const ben = await join(hub, anna, 'ben');
		const mine = await turnOn(anna, clock.now());
		await turnOn(ben, clock.now());
		const [{ id }, own] = [await person(anna, 'ben'), await person(anna, 'anna')];
		const reset = (whom: string, proof: object) =>
			answerOf(anna, 'POST', `/people/${whom}/reset-second-factor`, { current: PASSWORD, ...proof });
		expect(await reset(id, {})).toMatchObject({ fault: 'second-factor-needed' });
		expect(await reset(own.id, { code: mine.phone.next(clock) })).toMatchObject({ fault: 'second-factor-own' });
		expect(await reset(id, { code: mine.phone.next(clock) })).toEqual({ status: 204 });
		expect(await reset(id, { code: mine.phone.next(clock) })).toMatchObject({ fault: 'second-factor-of-none' });
		expect(await reset('nobody', { code: mine.phone.next(clock) })).toMatchObject({ fault: 'no-such-person' });
		await signInAs(hub, 'ben');
		expect((await person(anna, 'ben')).secondFactor).toBe(false);
		expect(await history('people', 'second-factor-reset')).toMatchObject([
			{ person: 'anna', details: { name: 'ben' } },
		]);
	});

	it('by a command on the hub’s machine, which says so', async () => {
		await turnOn(anna, clock.now());
		const printed: string[] = [];
		const output = { out: (text: string) => printed.push(text), err: (text: string) => printed.push(text) };
		expect(await runCommand(['reset-password', 'anna'], { MOORING_DATA: hub.data }, output)).toBe(0);
		expect(printed.join()).toContain('second factor is off now');
		const [, password] = / is: (\S+)/.exec(printed.join())!;
		expect((await post('/session', { name: 'anna', password: password! }, '192.168.1.9')).cookies).toHaveLength(2);
	});
});

it('new recovery codes take the place of the old ones', async () => {
	const { phone, codes } = await turnOn(anna, clock.now());
	const proof = { current: PASSWORD, code: phone.next(clock) };
	const made = await anna.call<RecoveryCodes>('POST', '/account/second-factor/recovery-codes', proof);
	expect((await signInByCode(codes[0]!)).status).toBe(400);
	expect((await signInByCode(made.codes[0]!)).status).toBe(200);
	expect(await history('people', 'recovery-codes-made')).toMatchObject([{ person: 'anna' }]);
});

it('no secret, code or handle is in the log', async () => {
	const { phone, codes } = await turnOn(anna, clock.now());
	const handle = await handleFrom('192.168.1.9');
	const code = phone.next(clock);
	await finish(handle, code, '192.168.1.9');
	const logged = JSON.stringify(hub.logged);
	expect(logged).toContain('listening');
	for (const secret of [handle, code, ...codes]) expect(logged).not.toContain(secret);
});
