import type { SqlEntityManager } from '@mikro-orm/sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestAccounts, testAccounts } from '../../../test/harness/accounts.ts';
import { Authenticator } from '../../../test/harness/people/authenticator.ts';
import { systemRandom } from '../../base/random.ts';
import { Vault } from '../../store/vault.ts';
import { Session, User } from '../entities.ts';
import { hashPassword } from '../passwords/password.ts';
import { resetPassword } from '../passwords/reset-password.ts';
import { signIn } from '../sign-in.ts';
import { sessionId } from '../sessions.ts';
import { beginSecondFactor } from './begin-second-factor.ts';
import { ENROLMENT_MS } from './enrolments.ts';
import { RecoveryCode, SecondFactor } from './entities.ts';
import { finishSignIn } from './finish-sign-in.ts';
import { TRIES_OF_HANDLE } from './sign-in-handles.ts';
import { turnOnSecondFactor } from './turn-on-second-factor.ts';

const HERE = { address: '192.168.1.4', userAgent: 'test' };
const PASSWORD = 'correct horse battery';
const STEP_MS = 30_000;
const caller = { known: true, address: HERE.address, failures: 0 };

let accounts: TestAccounts;
let failed: string[];

beforeEach(async () => {
	accounts = await testAccounts();
	failed = [];
	accounts.events.on('SecondFactorFailed', ({ address }) => void failed.push(address));
	await accounts.orm.em.fork().insert(User, {
		id: 'anna',
		name: 'Anna',
		folded: 'anna',
		passwordHash: await hashPassword(PASSWORD, accounts.passwordCost),
		role: 'owner',
		createdAt: 0,
	});
});
afterEach(() => accounts.remove());

async function signedIn(): Promise<string> {
	const done = await signIn(accounts, { name: 'anna', password: PASSWORD }, HERE);
	if (!done.ok || !('token' in done.value)) throw new Error('no session');
	return sessionId(done.value.token);
}

async function offered(session: string): Promise<Authenticator> {
	const offer = await beginSecondFactor(accounts, { current: PASSWORD }, { userId: 'anna', session, caller });
	if (!offer.ok) throw new Error(offer.error.message);
	return new Authenticator(offer.value.uri);
}

const confirm = (code: string, session: string) =>
	turnOnSecondFactor(accounts, code, { userId: 'anna', session }, () => undefined);

/** Anna's second factor is on; the step of the first code is over. */
async function turnedOn(): Promise<{ phone: Authenticator; codes: string[] }> {
	const session = await signedIn();
	const phone = await offered(session);
	const on = await confirm(phone.at(accounts.clock.now()), session);
	if (!on.ok) throw new Error(on.error.message);
	accounts.clock.advance(STEP_MS);
	return { phone, codes: on.value.recoveryCodes };
}

async function handle(): Promise<string> {
	const done = await signIn(accounts, { name: 'anna', password: PASSWORD }, HERE);
	if (!done.ok || !('handle' in done.value)) throw new Error('no code is asked for');
	return done.value.handle;
}

async function finish(code: string, by?: string): Promise<string> {
	const done = await finishSignIn(accounts, { handle: by ?? (await handle()), code }, HERE);
	return done.ok ? 'in' : done.error.kind;
}

const em = () => accounts.orm.em.fork() as SqlEntityManager;
const now = () => accounts.clock.now();

describe('turning it on', () => {
	it('stores nothing until a first code is right, within minutes and for the session that asked', async () => {
		const session = await signedIn();
		const phone = await offered(session);
		const wrong = await confirm(phone.at(now() + 10 * STEP_MS), session);
		expect(wrong).toMatchObject({
			error: { kind: 'second-factor-wrong', field: 'code', params: { time: '00:00 UTC' } },
		});
		expect(await confirm(phone.at(now()), 'of a thief')).toMatchObject({ error: { kind: 'second-factor-not-begun' } });
		accounts.clock.advance(ENROLMENT_MS);
		expect(await confirm(phone.at(now()), session)).toMatchObject({ error: { kind: 'second-factor-not-begun' } });
		expect(await em().count(SecondFactor, {})).toBe(0);
	});

	it('of two at the same time succeeds once', async () => {
		const session = await signedIn();
		const code = (await offered(session)).at(now());
		const done = await Promise.all([confirm(code, session), confirm(code, session)]);
		expect(done.filter(({ ok }) => ok)).toHaveLength(1);
		expect(await em().count(RecoveryCode, {})).toBe(10);
	});

	it('needs the password, and is done once', async () => {
		let session = await signedIn();
		const begin = (current: string) => beginSecondFactor(accounts, { current }, { userId: 'anna', session, caller });
		expect(await begin('wrong')).toMatchObject({ error: { kind: 'current-password-wrong', field: 'current' } });
		const { phone } = await turnedOn();
		session = (await em().findOneOrFail(Session, { userId: 'anna' })).id;
		expect(await begin(PASSWORD)).toMatchObject({ error: { kind: 'second-factor-needed', field: 'code' } });
		const again = await beginSecondFactor(
			accounts,
			{ current: PASSWORD, code: phone.at(now()) },
			{ userId: 'anna', session, caller },
		);
		expect(again).toMatchObject({ error: { kind: 'second-factor-on' } });
	});

	it('keeps the secret sealed, for this person alone, and recovery codes only as hashes under the hub’s key', async () => {
		const { phone, codes } = await turnedOn();
		const [factor] = await em().find(SecondFactor, {});
		const secret = accounts.secondFactors.open(factor!);
		expect(secret).toHaveLength(20);
		expect(Buffer.from(factor!.sealed).includes(Buffer.from(secret))).toBe(false);
		expect(() => accounts.secondFactors.open({ ...factor!, userId: 'ben' })).toThrow();
		expect(() =>
			new Vault(new Uint8Array(32).fill(1), systemRandom).open(factor!.sealed, 'second-factor:anna'),
		).toThrow();
		const kept = JSON.stringify(await em().find(RecoveryCode, {}));
		for (const code of codes) expect(kept).not.toContain(code.replaceAll('-', ''));
		expect(await finish(phone.at(now()))).toBe('in');
	});
});

describe('a code', () => {
	it('signs in once: neither it nor an older one does again, though still in time', async () => {
		const { phone } = await turnedOn();
		const [before, code] = [phone.at(now() - STEP_MS), phone.at(now())];
		expect(await finish(code)).toBe('in');
		expect(await finish(code)).toBe('second-factor-used');
		expect(await finish(before)).toBe('second-factor-used');
		accounts.clock.advance(STEP_MS);
		expect(await finish(code)).toBe('second-factor-used');
		expect(await finish(phone.at(now()))).toBe('in');
	});

	it('with which it was turned on does not sign in', async () => {
		const { phone } = await turnedOn();
		expect(await finish(phone.at(now() - STEP_MS))).toBe('second-factor-used');
	});

	it.each([-2, -1, 1, 2])('is right on a phone whose clock is %i steps off only within one', async (steps) => {
		const { phone } = await turnedOn();
		accounts.clock.advance(10 * STEP_MS);
		expect(await finish(phone.at(now() + steps * STEP_MS))).toBe(Math.abs(steps) > 1 ? 'second-factor-wrong' : 'in');
	});

	it('of many tries at the same time signs in once', async () => {
		const { phone } = await turnedOn();
		const handles = await Promise.all([handle(), handle(), handle()]);
		const all = await Promise.all(
			handles.flatMap((one) => [finish(phone.at(now()), one), finish(phone.at(now()), one)]),
		);
		expect(all.filter((how) => how === 'in')).toHaveLength(1);
		expect(await em().count(Session, {})).toBe(2);
	});

	it('for recovery signs in once, in any form', async () => {
		const { codes } = await turnedOn();
		const [first, second] = codes;
		expect(await finish(` ${first!.toLowerCase().replaceAll('-', ' ')} `)).toBe('in');
		expect(await finish(first!)).toBe('second-factor-wrong');
		const race = await Promise.all([handle(), handle()]).then((handles) =>
			Promise.all(handles.map((one) => finish(second!, one))),
		);
		expect(race.sort()).toEqual(['in', 'second-factor-wrong']);
		expect(await em().count(RecoveryCode, {})).toBe(8);
	});
});

describe('the handle of a sign-in', () => {
	it('begins one session, though both factors come at the same time, and then the other one is not used up', async () => {
		const { phone, codes } = await turnedOn();
		const one = await handle();
		const sessions = await em().count(Session, {});
		const race = await Promise.all([finish(phone.at(now()), one), finish(codes[0]!, one)]);
		expect(race.sort()).toEqual(['in', 'second-factor-over']);
		expect(await em().count(Session, {})).toBe(sessions + 1);
		const codesLeft = await em().count(RecoveryCode, {});
		const again = codesLeft === 10 ? codes[0]! : phone.at(now());
		expect(await finish(again)).toBe('in');
	});

	it('ends with its use, and with too many wrong codes, which is told once', async () => {
		const { phone } = await turnedOn();
		const one = await handle();
		for (let n = 0; n < TRIES_OF_HANDLE; n++) expect(await finish('000000', one)).toBe('second-factor-wrong');
		expect(await finish(phone.at(now()), one)).toBe('second-factor-over');
		expect(failed).toEqual([HERE.address]);
		const other = await handle();
		expect(await finish(phone.at(now()), other)).toBe('in');
		accounts.clock.advance(STEP_MS);
		expect(await finish(phone.at(now()), other)).toBe('second-factor-over');
	});

	it('is worth nothing in another network, nor once the password was reset', async () => {
		const { phone } = await turnedOn();
		const wish = { handle: await handle(), code: phone.at(now()) };
		const away = await finishSignIn(accounts, wish, { ...HERE, address: '203.0.113.9' });
		expect(away).toMatchObject({ error: { kind: 'second-factor-over' } });
		const reset = await resetPassword(accounts.orm, accounts.random, 'anna', accounts.passwordCost);
		expect(reset).toMatchObject({ value: { hadSecondFactor: true } });
		expect(await finish(wish.code, wish.handle)).toBe('second-factor-over');
		expect(await em().count(SecondFactor, {})).toBe(0);
		expect(await em().count(RecoveryCode, {})).toBe(0);
	});

	it('is no session', async () => {
		await turnedOn();
		expect(accounts.sessionIds.has(sessionId(await handle()))).toBe(false);
	});
});

it('a second factor goes with its person', async () => {
	await turnedOn();
	await em().nativeDelete(User, { id: 'anna' });
	expect([await em().count(SecondFactor, {}), await em().count(RecoveryCode, {})]).toEqual([0, 0]);
});
