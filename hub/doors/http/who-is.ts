import type { Accounts } from '../../accounts/accounts.ts';
import { findSession } from '../../accounts/find-session.ts';
import type { Who } from '../dashboard-door.ts';
import { SESSION_COOKIE } from './api-door.ts';

/** Whose browser sent this Cookie header, by its session. */
export async function whoIs(accounts: Accounts, cookieHeader: string | undefined): Promise<Who | undefined> {
	const token = cookieHeader
		?.split(';')
		.map((pair) => pair.trim())
		.find((pair) => pair.startsWith(`${SESSION_COOKIE}=`))
		?.slice(SESSION_COOKIE.length + 1);
	return token ? findSession(accounts, token) : undefined;
}
