import type { UserView } from '../../../../protocol/dashboard/people/accounts.ts';
import type { Accounts } from '../../../accounts/accounts.ts';
import { type SignedIn, findSession } from '../../../accounts/find-session.ts';
import { type Reach, type Rights, reachAtAnyTime } from '../../../accounts/reach.ts';
import type { TokenUsed } from '../../../accounts/tokens/token-may.ts';
import { type Actor, personActor } from '../../../base/actor.ts';
import type { OffsetAt } from '../../../time/local-time.ts';
import { tokenIn } from './session-cookie.ts';

/** Whoever asks: by a session, or by an API token. */
export interface Requester {
	user: UserView;
	rights: Rights;
	/** how the audit log names them */
	actor: Actor;
	/** what they reach at the moment of the call: a guest's access may end at any time */
	reach: () => Reach;
	/** of a session: it is locked to its wall panel */
	wallLocked?: boolean;
	/** what it allows is checked besides what the person may */
	token?: TokenUsed;
}

/** Somebody who is signed in. */
export interface Who extends Requester, SignedIn {
	token?: never;
	wallLocked: boolean;
}

export function isSession(who: Requester): who is Who {
	return who.token === undefined;
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
