import type { UserView } from '../../../protocol/dashboard/accounts.ts';
import type { Accounts } from '../../accounts/accounts.ts';
import { findSession } from '../../accounts/find-session.ts';
import { type Actor, personActor } from '../../base/actor.ts';
import { tokenIn } from './session-cookie.ts';

export interface Who {
	user: UserView;
	sessionId: string;
	/** how the audit log names them */
	actor: Actor;
}

/** Who is signed in by this Cookie header. */
export async function whoIs(accounts: Accounts, cookieHeader: string | undefined): Promise<Who | undefined> {
	const token = tokenIn(cookieHeader);
	const session = token ? await findSession(accounts, token) : undefined;
	return session && { ...session, actor: personActor(session.user) };
}
