import type { SqlEntityManager } from '@mikro-orm/sqlite';
import { type Fault, fault, fieldFault } from '../../../protocol/dashboard/faults.ts';
import type { OwnProof } from '../../../protocol/dashboard/people/second-factor.ts';
import { type Result, ok } from '../../base/result.ts';
import type { Accounts } from '../accounts.ts';
import { type User as Person, Session, User } from '../entities.ts';
import type { Caller } from '../limits/hash-queue.ts';
import { checkPassword } from '../passwords/password.ts';
import { tellUsed, useCode } from '../second-factor/use-code.ts';
import { userView } from '../sessions.ts';

/**
 * Whether whoever is signed in has their present password, and a code if their second factor is on: for what a stolen session
 * alone must not be enough. `act` is done in the transaction that uses up the code. Nothing is used up or done if the session has
 * ended while the password was checked: by a new password or role, by an owner, or because its person was removed.
 */
export async function proveYourself<T>(
	accounts: Accounts,
	proof: OwnProof,
	from: { userId: string; session: string; caller: Caller },
	act: (em: SqlEntityManager, user: Person) => Promise<Result<T, Fault>>,
): Promise<Result<{ user: Person; value: T }, Fault>> {
	const { orm, hashing, passwordCost } = accounts;
	const user = await orm.em.fork().findOne(User, { id: from.userId });
	if (!user) return fault('not-signed-in');
	const checked = await hashing.run(from.caller, () => checkPassword(user.passwordHash, proof.current, passwordCost));
	if (!checked.ok) return fault('too-many-signing-in');
	if (!checked.value) return fieldFault('current', 'current-password-wrong');
	const done = await orm.em.fork().transactional(async (forked) => {
		const em = forked as SqlEntityManager;
		if ((await em.count(Session, { id: from.session, userId: user.id })) === 0) return fault('not-signed-in');
		const used = await useCode(accounts, em, user.id, proof.code);
		if (!used.ok) return used;
		return ok({ used: used.value, acted: await act(em, user) });
	});
	if (!done.ok) return done;
	tellUsed(accounts, userView(user), done.value.used);
	const { acted } = done.value;
	return acted.ok ? ok({ user, value: acted.value }) : acted;
}
