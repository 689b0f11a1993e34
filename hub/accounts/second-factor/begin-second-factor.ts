import { type Fault, fault } from '../../../protocol/dashboard/faults.ts';
import type { OwnProof, SecondFactorOffer } from '../../../protocol/dashboard/people/second-factor.ts';
import { type Result, ok } from '../../base/result.ts';
import type { Accounts } from '../accounts.ts';
import type { Caller } from '../limits/hash-queue.ts';
import { proveYourself } from '../own/prove-yourself.ts';
import { ENROLMENT_MS } from './enrolments.ts';
import { SecondFactor } from './entities.ts';
import { SECRET_BYTES, offerOf } from './totp.ts';

/** Makes a secret for the app of whoever proves their password. Nothing is stored until a first code proves that it is there. */
export async function beginSecondFactor(
	accounts: Accounts,
	proof: OwnProof,
	from: { userId: string; session: string; caller: Caller },
): Promise<Result<SecondFactorOffer, Fault>> {
	const { random, hubName, secondFactors } = accounts;
	const proved = await proveYourself(accounts, proof, from, async (em, { id }) =>
		(await em.count(SecondFactor, { userId: id })) > 0 ? fault('second-factor-on') : ok(),
	);
	if (!proved.ok) return proved;
	const secret = random.bytes(SECRET_BYTES);
	secondFactors.enrolments.begin(from.userId, from.session, secret);
	const offer = await offerOf(secret, { hub: hubName, person: proved.value.user.name });
	return ok({ ...offer, forMs: ENROLMENT_MS });
}
