import type { SqlEntityManager } from '@mikro-orm/sqlite';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type TestAccounts, testAccounts } from '../../../test/harness/accounts.ts';
import { ok } from '../../base/result.ts';
import { Session, User } from '../entities.ts';
import { hashPassword } from '../passwords/password.ts';
import { deleteSessionsOf } from '../people/end-sessions.ts';
import { RecoveryCode, SecondFactor } from '../second-factor/entities.ts';
import { signIn } from '../sign-in.ts';
import { sessionId } from '../sessions.ts';
import { proveYourself } from './prove-yourself.ts';

const HERE = { address: '192.168.1.4', userAgent: 'test' };
const PASSWORD = 'correct horse battery';
const CODE = 'ABCDEFGHJKMN';
const caller = { known: true, address: HERE.address, failures: 0 };

let accounts: TestAccounts;
let session: string;

beforeEach(async () => {
	accounts = await testAccounts();
	const passwordHash = await hashPassword(PASSWORD, accounts.passwordCost);
	const anna = { id: 'anna', name: 'Anna', folded: 'anna', passwordHash, role: 'owner', createdAt: 0 } as const;
	await em().insert(User, anna);
	const begun = await signIn(accounts, { name: 'anna', password: PASSWORD }, HERE);
	if (!begun.ok || !('token' in begun.value)) throw new Error('no session');
	session = sessionId(begun.value.token);
	const sealed = accounts.secondFactors.seal('anna', new Uint8Array(20));
	await em().insert(SecondFactor, { userId: 'anna', sealed, lastStep: 0, createdAt: 0 });
	await em().insert(RecoveryCode, { userId: 'anna', hash: accounts.secondFactors.hashOf('anna', CODE) });
});
afterEach(() => accounts.remove());

const em = () => accounts.orm.em.fork() as SqlEntityManager;
const prove = (act: () => void) =>
	proveYourself(accounts, { current: PASSWORD, code: CODE }, { userId: 'anna', session, caller }, async () =>
		ok(act()),
	);

describe('whoever proves who they are', () => {
	it('may act, and has used up their code', async () => {
		const act = vi.fn();
		expect(await prove(act)).toMatchObject({ ok: true });
		expect(act).toHaveBeenCalledOnce();
		expect(await em().count(RecoveryCode, {})).toBe(0);
	});

	it('may not act, and keeps their code, if the session ends while their password is checked', async () => {
		const act = vi.fn();
		const { hashing } = accounts;
		const run = hashing.run.bind(hashing);
		vi.spyOn(hashing, 'run').mockImplementation(async (who, work) => {
			const checked = await run(who, work);
			await deleteSessionsOf(em(), 'anna');
			return checked;
		});
		expect(await prove(act)).toMatchObject({ error: { kind: 'not-signed-in' } });
		expect(act).not.toHaveBeenCalled();
		expect(await em().count(RecoveryCode, {})).toBe(1);
		expect(await em().count(Session, {})).toBe(0);
	});
});
