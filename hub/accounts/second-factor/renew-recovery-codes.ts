import { type Fault, fault } from '../../../protocol/dashboard/faults.ts';
import type { OwnProof } from '../../../protocol/dashboard/people/second-factor.ts';
import { personActor } from '../../base/actor.ts';
import { type Result, ok } from '../../base/result.ts';
import type { Accounts } from '../accounts.ts';
import type { Caller } from '../limits/hash-queue.ts';
import { proveYourself } from '../own/prove-yourself.ts';
import { userView } from '../sessions.ts';
import { SecondFactor } from './entities.ts';
import { writeRecoveryCodes } from './write-recovery-codes.ts';

/** New recovery codes for whoever proves password and code. The old ones are worth nothing from then on. */
export async function renewRecoveryCodes(
	accounts: Accounts,
	proof: OwnProof,
	from: { userId: string; session: string; caller: Caller },
): Promise<Result<string[], Fault>> {
	const done = await proveYourself(accounts, proof, from, async (em, { id }) =>
		(await em.count(SecondFactor, { userId: id })) === 0
			? fault('second-factor-off')
			: ok(await writeRecoveryCodes(accounts, em, id)),
	);
	if (!done.ok) return done;
	const { user, value } = done.value;
	accounts.events.emit('SecondFactorChanged', { user: userView(user), change: 'new-codes', by: personActor(user) });
	return ok(value);
}
