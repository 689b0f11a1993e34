import type { SqlEntityManager } from '@mikro-orm/sqlite';
import type { SetUp } from '../../../protocol/dashboard/people/accounts.ts';
import { type Fault, fault, fieldFault } from '../../../protocol/dashboard/faults.ts';
import { newId } from '../../base/random.ts';
import { type Result, ok } from '../../base/result.ts';
import type { Accounts, Visitor } from '../accounts.ts';
import { User } from '../entities.ts';
import { hashPassword } from '../passwords/password.ts';
import { type NewSession, beginSession, foldName } from '../sessions.ts';
import { SOFTWARE, weaknessOf } from '../passwords/weak-password.ts';

/** Makes whoever knows the set-up code the owner. Of several at the same time, exactly one succeeds. */
export async function setUp(accounts: Accounts, wish: SetUp, visitor: Visitor): Promise<Result<NewSession, Fault>> {
	const { orm, clock, random, setupCode, firstOwner, passwordCost, hubName } = accounts;
	if (await firstOwner.exists()) return alreadySetUp();
	if (!firstOwner.isProvedBy(wish.code)) return fault('wrong-code');
	const weakness = await weaknessOf(wish.password, [wish.name, hubName, SOFTWARE]);
	if (weakness) return fieldFault('password', weakness);
	const passwordHash = await hashPassword(wish.password, passwordCost);
	return firstOwner.make(async () => {
		const made = await orm.em.fork().transactional(async (em) => {
			if ((await em.count(User, {})) > 0) return undefined;
			const user: User = {
				id: newId(random),
				name: wish.name,
				folded: foldName(wish.name),
				passwordHash,
				role: 'owner',
				access: null,
				mayUpdateOthers: false,
				passwordChanges: 0,
				createdAt: clock.now(),
			};
			await em.insert(User, user);
			return beginSession(em as SqlEntityManager, accounts, user, visitor);
		});
		if (!made) return alreadySetUp();
		setupCode.spend();
		return ok(made);
	});
}

function alreadySetUp(): Result<never, Fault> {
	return fault('already-set-up');
}
