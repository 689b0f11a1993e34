import { type Fault, fault } from '../../../protocol/dashboard/faults.ts';
import type { OwnProof } from '../../../protocol/dashboard/people/second-factor.ts';
import { personActor } from '../../base/actor.ts';
import { type Result, ok } from '../../base/result.ts';
import type { Accounts } from '../accounts.ts';
import { User } from '../entities.ts';
import type { Caller } from '../limits/hash-queue.ts';
import { proveYourself } from '../own/prove-yourself.ts';
import { isOwner } from '../people/owners.ts';
import { userView } from '../sessions.ts';
import { SecondFactor } from './entities.ts';

/**
 * An owner turns off the second factor of somebody who has lost their phone and their codes. Never their own, so that the last
 * owner's goes only by a code or by a command on the hub's machine.
 */
export async function resetSecondFactor(
	accounts: Accounts,
	wish: { id: string; proof: OwnProof },
	from: { userId: string; session: string; caller: Caller },
): Promise<Result<void, Fault>> {
	if (wish.id === from.userId) return fault('second-factor-own');
	const done = await proveYourself(accounts, wish.proof, from, async (em, by) => {
		if (!(await isOwner(em, by.id))) return fault('not-allowed');
		const user = await em.findOne(User, { id: wish.id });
		if (!user) return fault('no-such-person');
		const gone = await em.nativeDelete(SecondFactor, { userId: user.id });
		return gone === 0 ? fault('second-factor-of-none', { name: user.name }) : ok(userView(user));
	});
	if (!done.ok) return done;
	const { user: by, value: user } = done.value;
	accounts.events.emit('SecondFactorChanged', { user, change: 'reset', by: personActor(by) });
	accounts.events.emit('PeopleChanged', {});
	return ok();
}
