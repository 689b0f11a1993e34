import type { UserView } from '../../protocol/dashboard/people/accounts.ts';
import type { Accounts } from './accounts.ts';
import { Session, User } from './entities.ts';
import { type Rights, readAccess } from './reach.ts';
import { LAST_USED_STEP_MS, isExpired, sessionId, userView } from './sessions.ts';

/**
 * The session id of this token, from memory, for callers that must not wait for the database. The session may have
 * expired, so this must not be used to let anybody in.
 */
export function knownSession(accounts: Accounts, token: string | undefined): string | undefined {
	const id = token === undefined ? undefined : sessionId(token);
	return id !== undefined && accounts.sessionIds.has(id) ? id : undefined;
}

/** The session of a token, and what its person is allowed. */
export interface SignedIn {
	user: UserView;
	sessionId: string;
	rights: Rights;
	/** locked to its wall panel: only what `wallMay` allows */
	wallLocked: boolean;
}

/** The user and id of this token's session; undefined if there is none or it has expired. */
export async function findSession(accounts: Accounts, token: string): Promise<SignedIn | undefined> {
	const id = sessionId(token);
	if (!accounts.sessionIds.has(id)) return undefined;
	const em = accounts.orm.em.fork();
	const session = await em.findOne(Session, { id });
	if (!session) {
		accounts.sessionIds.delete(id);
		return undefined;
	}
	const now = accounts.clock.now();
	if (isExpired(session, now)) {
		await em.nativeDelete(Session, { id });
		accounts.sessionIds.delete(id);
		return undefined;
	}
	if (now - session.lastUsedAt >= LAST_USED_STEP_MS) await em.nativeUpdate(Session, { id }, { lastUsedAt: now });
	const user = await em.findOne(User, { id: session.userId });
	const wallLocked = session.wallPin !== null;
	return user ? { user: userView(user), sessionId: id, rights: rightsOf(user), wallLocked } : undefined;
}

export function rightsOf({ role, access, mayUpdateOthers }: User): Rights {
	return { role, access: readAccess(role, access), mayUpdateOthers };
}
