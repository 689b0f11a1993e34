import type { MikroORM, SqlEntityManager } from '@mikro-orm/sqlite';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type TestAccounts, testAccounts } from '../../test/harness/accounts.ts';
import { newId } from '../base/random.ts';
import { Session, User } from './entities.ts';
import { findSession } from './find-session.ts';
import { type KnownPerson, findKnownBrowser } from './limits/known-browsers.ts';
import { hashPassword } from './passwords/password.ts';
import { resetPassword } from './passwords/reset-password.ts';
import { MAX_SESSIONS_OF_ONE, SESSION_LIFE_MS, SESSION_MS, foldName } from './sessions.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './own/end-own-sessions.ts';

const VISITOR = { address: '192.168.1.4', userAgent: 'test' };
const PASSWORD = 'correct horse battery';
const HOUR = 3_600_000;

let accounts: TestAccounts;

beforeEach(async () => {
	accounts = await testAccounts();
	await addUser('Anna');
});
afterEach(() => accounts.remove());

async function addUser(name: string): Promise<void> {
	await accounts.orm.em.fork().insert(User, {
		id: newId(accounts.random),
		name,
		folded: foldName(name),
		passwordHash: await hashPassword(PASSWORD, accounts.passwordCost),
		role: 'member',
		createdAt: accounts.clock.now(),
	});
}

async function signedIn(oldSession?: string): Promise<{ token: string; sessionId: string; known: KnownPerson }> {
	const done = await signIn(accounts, { name: 'anna', password: PASSWORD }, VISITOR, oldSession);
	if (!done.ok) throw new Error(done.error.message);
	if (!('token' in done.value)) throw new Error('a code is asked for');
	const { token, known } = done.value;
	return { token, known, sessionId: (await findSession(accounts, token))!.sessionId };
}

const sessions = () => accounts.orm.em.fork().find(Session, {});

describe('signIn', () => {
	it('accepts the name in any case, so that two users never share one', async () => {
		expect((await signIn(accounts, { name: ' ANNA ', password: PASSWORD }, VISITOR)).ok).toBe(true);
		await expect(addUser('aNNa')).rejects.toThrow(/UNIQUE/);
	});

	it('answers the same for a wrong password and for an unknown name', async () => {
		const wrong = await signIn(accounts, { name: 'anna', password: 'wrong' }, VISITOR);
		const unknown = await signIn(accounts, { name: 'nobody', password: 'wrong' }, VISITOR);
		expect(wrong).toMatchObject({ ok: false, error: { kind: 'wrong-credentials' } });
		expect(unknown).toEqual(wrong);
		expect(await sessions()).toEqual([]);
	});

	it('rehashes a password that an older hub hashed at another cost, and accepts it as before', async () => {
		const hashOf = async () => (await accounts.orm.em.fork().findOneOrFail(User, { folded: 'anna' })).passwordHash;
		const older = await hashOf();
		const now = { ...accounts, passwordCost: { memoryCost: 16, timeCost: 1, parallelism: 1 } };
		expect((await signIn(now, { name: 'anna', password: 'wrong' }, VISITOR)).ok).toBe(false);
		expect(await hashOf()).toBe(older);
		expect((await signIn(now, { name: 'anna', password: PASSWORD }, VISITOR)).ok).toBe(true);
		const renewed = await hashOf();
		expect(renewed).toMatch(/\$m=16,t=1,p=1\$/);
		expect((await signIn(now, { name: 'anna', password: PASSWORD }, VISITOR)).ok).toBe(true);
		expect(await hashOf()).toBe(renewed);
	});

	it('keeps only the hash of the token', async () => {
		const { token } = await signedIn();
		expect(Buffer.from(token, 'base64url')).toHaveLength(32);
		const [session] = await sessions();
		expect(session!.id).toMatch(/^[0-9a-f]{64}$/);
		expect(JSON.stringify(session)).not.toContain(token);
	});

	it('ends the session this browser had before', async () => {
		const first = await signedIn();
		const second = await signedIn(first.sessionId);
		expect(second.token).not.toBe(first.token);
		expect(await findSession(accounts, first.token)).toBeUndefined();
	});

	it('ends the least recently used session when a person has more than 32', async () => {
		const first = await signedIn();
		for (let n = 1; n < MAX_SESSIONS_OF_ONE; n++) {
			accounts.clock.advance(1_000);
			await signedIn();
		}
		expect(await findSession(accounts, first.token)).toBeDefined();
		accounts.clock.advance(1_000);
		await signedIn();
		expect(await sessions()).toHaveLength(MAX_SESSIONS_OF_ONE);
		expect(await findSession(accounts, first.token)).toBeUndefined();
	});

	it('deletes expired sessions', async () => {
		const first = await signedIn();
		accounts.clock.advance(SESSION_MS);
		await signedIn();
		expect((await sessions()).map(({ id }) => id)).not.toContain(first.sessionId);
	});

	it('fails if the password is reset while it is being checked', async () => {
		const { orm, random, passwordCost } = accounts;
		let forks = 0;
		const resetBeforeSession = {
			em: {
				fork: () => {
					if (++forks === 1) return orm.em.fork();
					return {
						transactional: async (work: (em: SqlEntityManager) => Promise<unknown>) => {
							await resetPassword(orm, random, 'anna', passwordCost);
							return orm.em.fork().transactional((em) => work(em as SqlEntityManager));
						},
					};
				},
			},
		} as unknown as MikroORM;
		const done = await signIn({ ...accounts, orm: resetBeforeSession }, { name: 'anna', password: PASSWORD }, VISITOR);
		expect(done).toMatchObject({ ok: false, error: { kind: 'wrong-credentials' } });
		expect(await sessions()).toEqual([]);
	});
});

describe('findSession', () => {
	it('a session that is used every week ends after a year', async () => {
		const { token } = await signedIn();
		const week = 7 * 24 * HOUR;
		for (let left = SESSION_LIFE_MS; left > week; left -= week) {
			expect(await findSession(accounts, token)).toBeDefined();
			accounts.clock.advance(week);
		}
		accounts.clock.advance(week);
		expect(await findSession(accounts, token)).toBeUndefined();
		expect(await sessions()).toEqual([]);
	});

	it('a session expires thirty days after its last use', async () => {
		const { token } = await signedIn();
		accounts.clock.advance(SESSION_MS - 1);
		expect(await findSession(accounts, token)).toBeDefined();
		accounts.clock.advance(SESSION_MS - 1);
		expect(await findSession(accounts, token)).toBeDefined();
		accounts.clock.advance(SESSION_MS);
		expect(await findSession(accounts, token)).toBeUndefined();
		expect(await sessions()).toEqual([]);
	});

	it('writes the last use at most once an hour', async () => {
		const { token } = await signedIn();
		const begun = accounts.clock.now();
		const lastUsed = async () => (await sessions())[0]!.lastUsedAt - begun;
		accounts.clock.advance(HOUR - 1);
		await findSession(accounts, token);
		expect(await lastUsed()).toBe(0);
		accounts.clock.advance(1);
		await findSession(accounts, token);
		expect(await lastUsed()).toBe(HOUR);
	});

	it('queries the database never for an unknown token, and once for a session that another process ended', async () => {
		const { token, sessionId } = await signedIn();
		await accounts.orm.em.fork().nativeDelete(Session, { id: sessionId });
		const asked = vi.spyOn(accounts.orm.em, 'fork');
		expect(await findSession(accounts, 'A'.repeat(43))).toBeUndefined();
		expect(asked).not.toHaveBeenCalled();
		for (let n = 0; n < 3; n++) expect(await findSession(accounts, token)).toBeUndefined();
		expect(asked).toHaveBeenCalledTimes(1);
	});

	it.each(['', 'x', "' OR 1=1 --"])('finds nobody for the token %j', async (token) => {
		await signedIn();
		expect(await findSession(accounts, token)).toBeUndefined();
	});
});

it('signOut ends this session and no other', async () => {
	const here = await signedIn();
	const there = await signedIn();
	await signOut(accounts, here.sessionId);
	expect(await findSession(accounts, here.token)).toBeUndefined();
	expect(await findSession(accounts, there.token)).toBeDefined();
});

it('tells which sessions have ended: by signing out, and by signing in again in the same browser', async () => {
	const ended: string[] = [];
	accounts.events.on('SessionsEnded', ({ sessions }) => void ended.push(...sessions));
	const first = await signedIn();
	const second = await signedIn(first.sessionId);
	expect(ended).toEqual([first.sessionId]);
	await signOut(accounts, second.sessionId);
	expect(ended).toEqual([first.sessionId, second.sessionId]);
});

it('a hub that runs for years remembers no session that has ended or expired', async () => {
	const first = await signedIn();
	await signOut(accounts, first.sessionId);
	expect([...accounts.sessionIds]).toEqual([]);
	const second = await signedIn();
	const third = await signedIn(second.sessionId);
	expect([...accounts.sessionIds]).toEqual([third.sessionId]);
	for (let n = 0; n < MAX_SESSIONS_OF_ONE; n++) await signedIn();
	expect(accounts.sessionIds.size).toBe(MAX_SESSIONS_OF_ONE);
	accounts.clock.advance(SESSION_MS);
	const last = await signedIn();
	expect([...accounts.sessionIds]).toEqual([last.sessionId]);
});

describe('resetPassword', () => {
	it('makes a new password and signs the person out everywhere', async () => {
		const { token, known } = await signedIn();
		const { orm, random, passwordCost, knownBrowsers } = accounts;
		const browser = knownBrowsers.remember(undefined, known);
		expect(await findKnownBrowser(accounts, browser, 'anna')).toBeDefined();
		const reset = await resetPassword(orm, random, 'ANNA', passwordCost);
		if (!reset.ok) throw new Error(reset.error.message);
		expect(reset.value).toMatchObject({ name: 'Anna', password: expect.stringMatching(/^[\w-]{20}$/) });
		expect(await findSession(accounts, token)).toBeUndefined();
		expect(await findKnownBrowser(accounts, browser, 'anna')).toBeUndefined(); // whoever knew the old password
		expect((await signIn(accounts, { name: 'anna', password: PASSWORD }, VISITOR)).ok).toBe(false);
		expect((await signIn(accounts, { name: 'anna', password: reset.value.password }, VISITOR)).ok).toBe(true);
	});

	it('fails for an unknown name', async () => {
		const { orm, random } = accounts;
		expect(await resetPassword(orm, random, 'nobody')).toMatchObject({ ok: false, error: { kind: 'no-such-user' } });
	});
});
