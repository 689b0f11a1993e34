import type { Accounts } from '../../../accounts/accounts.ts';
import { type SignedIn, findSession } from '../../../accounts/find-session.ts';
import { type Reach, reachAtAnyTime } from '../../../accounts/reach.ts';
import { type Actor, personActor } from '../../../base/actor.ts';
import type { OffsetAt } from '../../../time/local-time.ts';
import { tokenIn } from './session-cookie.ts';

export interface Who extends SignedIn {
	/** how the audit log names them */
	actor: Actor;
	/** what they reach at the moment of the call: a guest's access may end at any time */
	reach: () => Reach;
}

/** Who is signed in by this Cookie header. `offsetAt` is the hub's time zone now. */
export async function whoIs(
	accounts: Accounts,
	cookieHeader: string | undefined,
	offsetAt: () => OffsetAt,
): Promise<Who | undefined> {
	const token = tokenIn(cookieHeader);
	const session = token ? await findSession(accounts, token) : undefined;
	if (!session) return undefined;
	const reach = reachAtAnyTime(session.rights, () => accounts.clock.now(), offsetAt);
	return { ...session, actor: personActor(session.user), reach };
}
