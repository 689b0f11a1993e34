import { type Fault, fault, fieldFault } from '../../../protocol/dashboard/faults.ts';
import { type Result, ok } from '../../base/result.ts';
import type { Accounts } from '../accounts.ts';
import { User } from '../entities.ts';
import type { Caller } from '../limits/hash-queue.ts';
import { checkPassword } from '../passwords/password.ts';

/** Whether this is a signed-in person's present password, for what a stolen session alone must not be enough. */
export async function checkCurrentPassword(
	{ orm, hashing, passwordCost }: Accounts,
	password: string,
	from: { userId: string; caller: Caller },
): Promise<Result<void, Fault>> {
	const user = await orm.em.fork().findOne(User, { id: from.userId });
	if (!user) return fault('not-signed-in');
	const checked = await hashing.run(from.caller, () => checkPassword(user.passwordHash, password, passwordCost));
	if (!checked.ok) return fault('too-many-signing-in');
	return checked.value ? ok() : fieldFault('current', 'current-password-wrong');
}
