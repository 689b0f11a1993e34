import { type Fault, fault } from '../../../protocol/dashboard/faults.ts';
import type { OwnProof } from '../../../protocol/dashboard/people/second-factor.ts';
import { personActor } from '../../base/actor.ts';
import { type Result, ok } from '../../base/result.ts';
import type { Accounts } from '../accounts.ts';
import type { Caller } from '../limits/hash-queue.ts';
import { proveYourself } from '../own/prove-yourself.ts';
import { userView } from '../sessions.ts';
import { SecondFactor } from './entities.ts';

/** Turns a person's own second factor off, by password and a code. Their recovery codes go with it. */
export async function turnOffSecondFactor(
	accounts: Accounts,
	proof: OwnProof,
	from: { userId: string; session: string; caller: Caller },
): Promise<Result<void, Fault>> {
	const done = await proveYourself(accounts, proof, from, async (em, { id }) =>
		(await em.nativeDelete(SecondFactor, { userId: id })) === 0 ? fault('second-factor-off') : ok(),
	);
	if (!done.ok) return done;
	const { user } = done.value;
	accounts.events.emit('SecondFactorChanged', { user: userView(user), change: 'off', by: personActor(user) });
	accounts.events.emit('PeopleChanged', {});
	return ok();
}
