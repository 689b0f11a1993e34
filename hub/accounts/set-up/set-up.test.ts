import { existsSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestAccounts, testAccounts } from '../../../test/harness/accounts.ts';
import { User } from '../entities.ts';
import { findSession } from '../find-session.ts';
import { setUp } from './set-up.ts';

const VISITOR = { address: '192.168.1.4', userAgent: 'test' };
const PASSWORD = 'correct horse battery';

let accounts: TestAccounts;

beforeEach(async () => {
	accounts = await testAccounts();
	accounts.setupCode.offer();
});
afterEach(() => accounts.remove());

const wish = (name = 'Anna') => ({ code: accounts.setupCode.current() ?? '2222-2222', name, password: PASSWORD });

describe('setUp', () => {
	it('makes the owner, signed in, and removes the code', async () => {
		const done = await setUp(accounts, wish(), VISITOR);
		if (!done.ok) throw new Error(done.error.message);
		expect(done.value.user).toMatchObject({ name: 'Anna', role: 'owner' });
		expect((await findSession(accounts, done.value.token))?.user).toEqual(done.value.user);
		expect(existsSync(accounts.codeFile)).toBe(false);
	});

	it('keeps the password as argon2id only', async () => {
		await setUp(accounts, wish(), VISITOR);
		const { passwordHash } = await accounts.orm.em.fork().findOneOrFail(User, { folded: 'anna' });
		expect(passwordHash).toMatch(/^\$argon2id\$v=19\$/);
		expect(passwordHash).not.toContain(PASSWORD);
	});

	it('a wrong code makes nobody an owner and leaves the code as it is', async () => {
		expect(await setUp(accounts, { ...wish(), code: '2222-2222' }, VISITOR)).toMatchObject({
			ok: false,
			error: { kind: 'wrong-code' },
		});
		expect(await accounts.orm.em.fork().count(User, {})).toBe(0);
		expect(existsSync(accounts.codeFile)).toBe(true);
	});

	it.each([
		['1234567890', 'common-password', 'everybody tries first'],
		['Anna Anna2026', 'name-as-password', 'A name is no password'],
		['mooring 1234', 'name-as-password', 'A name is no password'],
	])('refuses the password %s in words, and keeps the code', async (password, kind, words) => {
		const done = await setUp(accounts, { ...wish('Anna Anna'), password }, VISITOR);
		const message = expect.stringContaining(words) as unknown;
		expect(done).toMatchObject({ ok: false, error: { kind, field: 'password', message } });
		expect(await accounts.orm.em.fork().count(User, {})).toBe(0);
		expect((await setUp(accounts, wish(), VISITOR)).ok).toBe(true);
	});

	it('makes exactly one of twenty simultaneous visitors the owner', async () => {
		const tries = Array.from({ length: 20 }, (_, n) => setUp(accounts, wish(`user ${n}`), VISITOR));
		const done = await Promise.all(tries);
		expect(done.filter(({ ok }) => ok)).toHaveLength(1);
		for (const result of done) if (!result.ok) expect(result.error.kind).toBe('already-set-up');
		expect(await accounts.orm.em.fork().count(User, {})).toBe(1);
	});

	it('is refused once there is an owner, even with a valid code', async () => {
		await setUp(accounts, wish(), VISITOR);
		const code = accounts.setupCode.offer();
		expect(await setUp(accounts, { ...wish('Eve'), code }, VISITOR)).toMatchObject({
			ok: false,
			error: { kind: 'already-set-up' },
		});
	});
});
