import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { API } from '../../../protocol/dashboard/limits.ts';
import { PASSWORD_COST } from '../../../hub/accounts/passwords/password.ts';
import { PASSWORD } from '../../harness/browser-session.ts';
import { type Answer, ask } from '../../harness/ask.ts';
import { TestHub } from '../../harness/hub.ts';
import { memberOf } from '../../harness/people/member.ts';

/** The most guesses of one secret by strangers within the window, whoever and however many they are. */
const MOST_GUESSES = 200;

let hub: TestHub;

beforeEach(async () => {
	// The test's own address is the proxy's, so that `x-forwarded-for` plays visitors from anywhere.
	hub = await new TestHub({}, { MOORING_TRUSTED_PROXY: '127.0.0.1' }).start();
});
afterEach(() => hub.remove());

function post(path: string, body: unknown, from: string, cookies: string[] = []): Promise<Answer> {
	const headers = {
		origin: hub.origin,
		'x-forwarded-for': from,
		...(cookies[0] ? { cookie: cookies.join('; ') } : {}),
	};
	return ask(hub.origin, { method: 'POST', path: `${API}${path}`, headers, body });
}

/** Of many requests that come at once some are not heard: their connection is closed. */
const UNHEARD = 0;
const heard = (asked: Promise<{ status: number }>) => asked.catch(() => ({ status: UNHEARD }));

const setUp = (code: string, from: string) => post('/setup', { code, name: 'anna', password: PASSWORD }, from);
const signIn = (name: string, password: string, from: string, cookies?: string[]) =>
	post('/session', { name, password }, from, cookies);

/** Twenty wrong passwords from there: the address is banned for who is not known. */
async function getBanned(from: string, name = 'anna'): Promise<void> {
	for (let n = 0; n < 20; n++) await signIn(name, 'wrong', from);
	expect((await signIn(name, 'wrong', from)).status).toBe(429);
}

describe('a set-up code', () => {
	it('is guessed at most 200 times, though 800 guesses from 40 addresses come at once', async () => {
		const guesses = Array.from({ length: 800 }, (_, n) => heard(setUp('2222-2222', `10.0.${n % 40}.1`)));
		const answers = (await Promise.all(guesses)).map(({ status }) => status);
		expect(answers.filter((status) => ![UNHEARD, 401, 429].includes(status))).toEqual([]);
		expect(answers.filter((status) => status === 401).length).toBeLessThanOrEqual(MOST_GUESSES);
	});

	it('that is right opens a fresh hub, however often others have failed', async () => {
		const statuses = [];
		for (let n = 0; n < 300; n++) statuses.push((await setUp('2222-2222', `10.0.${n % 3}.${n % 10}`)).status);
		expect(statuses).toContain(429);
		expect((await setUp(hub.setUpCode, '192.168.1.9')).status).toBe(200);
	});

	it('opens it from an address whose neighbours take every chance there is', async () => {
		for (let n = 0; n < 250; n++) await setUp('2222-2222', `10.0.0.${n % 11}`);
		for (let n = 0; n < 20; n++) await setUp('2222-2222', `10.0.0.${20 + n}`);
		expect((await setUp(hub.setUpCode, '10.0.0.200')).status).toBe(200);
	});
});

describe('a right sign-in', () => {
	it('does not make the hub forget guesses of other names from the same address', async () => {
		await setUp(hub.setUpCode, '192.168.1.9');
		await memberOf(hub);
		let guesses = 0;
		for (let round = 0; round < 5; round++) {
			expect([200, 429]).toContain((await signIn('ben', PASSWORD, '10.0.0.1')).status);
			for (let n = 0; n < 10; n++) if ((await signIn('anna', 'wrong', '10.0.0.1')).status === 401) guesses++;
		}
		expect(guesses).toBe(20);
	});

	it('is let in from a browser that was in before, though its address is banned and its name guessed at', async () => {
		const session = (await setUp(hub.setUpCode, '10.0.0.1')).cookies;
		await getBanned('10.0.0.1');
		for (let n = 0; n < 400; n++) await signIn('anna', 'wrong', `10.1.${n % 40}.1`);
		expect((await signIn('anna', PASSWORD, '10.0.0.1')).status).toBe(429);
		const again = await signIn('anna', PASSWORD, '10.0.0.1', session);
		expect(again.status).toBe(200);
		const out = await ask(hub.origin, {
			method: 'DELETE',
			path: `${API}/session`,
			headers: { origin: hub.origin, cookie: again.cookies.join('; ') },
		});
		expect(out.status).toBe(204);
		// Signed out: only the cookie that says "this browser was in" is left.
		const known = again.cookies.filter((cookie) => !cookie.startsWith('mooring_session='));
		expect(known).toHaveLength(1);
		expect((await signIn('anna', PASSWORD, '10.0.0.1', known)).status).toBe(200);
	});

	it('of one person does not open the way for guesses of another, nor does a cookie nobody gave out', async () => {
		const anna = (await setUp(hub.setUpCode, '192.168.1.9')).cookies;
		await memberOf(hub);
		await getBanned('10.0.0.1', 'ben');
		expect((await signIn('ben', PASSWORD, '10.0.0.1', anna)).status).toBe(429);
		const forged = anna
			.filter((cookie) => cookie.startsWith('mooring_browser='))
			.map((cookie) => `${cookie.slice(0, -3)}AAA`);
		expect(forged).toHaveLength(1);
		expect((await signIn('anna', PASSWORD, '10.0.0.1', forged)).status).toBe(429);
	});

	it('stays open for each of two people who share a browser', async () => {
		const anna = (await setUp(hub.setUpCode, '192.168.1.9')).cookies;
		await memberOf(hub);
		const both = (await signIn('ben', PASSWORD, '192.168.1.9', anna)).cookies.slice(1);
		await getBanned('192.168.1.9');
		expect((await signIn('anna', PASSWORD, '192.168.1.9', both)).status).toBe(200);
		expect((await signIn('ben', PASSWORD, '192.168.1.9', both)).status).toBe(200);
	});
});

it('a browser that was in before may not guess without end either', async () => {
	const known = (await setUp(hub.setUpCode, '192.168.1.9')).cookies.slice(1);
	await getBanned('10.0.0.1');
	let guesses = 0;
	for (let n = 0; n < 30; n++) if ((await signIn('anna', 'wrong', '10.0.0.1', known)).status === 401) guesses++;
	expect(guesses).toBe(20);
});

describe('two hundred sign-ins at once', () => {
	/** Two run and twenty wait, and places become free while the others are still coming. */
	const MOST_HASHED = 100;
	let costly: TestHub;

	beforeEach(async () => {
		const env = { MOORING_TRUSTED_PROXY: '127.0.0.1' };
		costly = await new TestHub({ passwordCost: PASSWORD_COST }, env).start();
	});
	afterEach(() => costly.remove());

	it('from a home of hostile addresses leave a place to one that has not failed yet', async () => {
		await costly.owner();
		const at = (from: string, password: string) => {
			const headers = { origin: costly.origin, 'x-forwarded-for': from };
			return ask(costly.origin, { method: 'POST', path: `${API}/session`, headers, body: { name: 'anna', password } });
		};
		const hostile = Array.from({ length: 40 }, (_, n) => `10.0.0.${n}`);
		for (const from of hostile) expect((await at(from, 'wrong')).status).toBe(401);
		const storm = Array.from({ length: 200 }, (_, n) => hostile[n % hostile.length]!).map((from) =>
			heard(at(from, 'wrong')),
		);
		expect((await at('10.0.0.200', PASSWORD)).status).toBe(200);
		expect((await Promise.all(storm)).map(({ status }) => status)).toContain(429);
	});

	it('keep nobody waiting who is signed in: few are checked, the others are answered 429 at once', async () => {
		const owner = await costly.owner();
		const answers: number[] = [];
		const storm = Array.from({ length: 200 }, async (_, n) => {
			const headers = { origin: costly.origin, 'x-forwarded-for': `10.0.${n}.1` };
			const body = { name: `nobody ${n}`, password: 'wrong' };
			const answer = await ask(costly.origin, { method: 'POST', path: `${API}/session`, headers, body });
			if (answer.status === 429) expect(answer.headers['retry-after']).toBe('1');
			answers.push(answer.status);
		});
		const during = owner.request('GET', '/session').then(({ status }) => ({ status, hashed: hashed(answers) }));
		await Promise.all([...storm, during]);
		expect((await during).status).toBe(200);
		expect((await during).hashed).toBeLessThan(20);
		expect(answers.filter((status) => ![UNHEARD, 401, 429].includes(status))).toEqual([]);
		expect(hashed(answers)).toBeLessThanOrEqual(MOST_HASHED);
	});
});

function hashed(statuses: readonly number[]): number {
	return statuses.filter((status) => status === 401).length;
}
