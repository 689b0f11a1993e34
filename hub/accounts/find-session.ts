import type { UserView } from '../../protocol/dashboard/accounts.ts';
import type { Accounts } from './accounts.ts';
import { Session, User } from './entities.ts';
import { LAST_USED_STEP_MS, SESSION_MS, sessionId, userView } from './sessions.ts';

/**
 * The id of the session of this token, as far as memory knows: for what must not wait for the database. It may be over; it
 * lets nobody in.
 */
export function knownSession(accounts: Accounts, token: string | undefined): string | undefined {
	const id = token === undefined ? undefined : sessionId(token);
	return id !== undefined && accounts.sessionIds.has(id) ? id : undefined;
}

/** Whose session a token is, undefined where it is none, or over. */
export async function findSession(
	accounts: Accounts,
	token: string,
): Promise<{ user: UserView; sessionId: string } | undefined> {
	const id = sessionId(token);
	if (!accounts.sessionIds.has(id)) return undefined;
	const em = accounts.orm.em.fork();
	const session = await em.findOne(Session, { id });
	if (!session) {
		accounts.sessionIds.delete(id);
		return undefined;
	}
	const now = accounts.clock.now();
	if (now - session.lastUsedAt >= SESSION_MS) {
		await em.nativeDelete(Session, { id });
		accounts.sessionIds.delete(id);
		return undefined;
	}
	if (now - session.lastUsedAt >= LAST_USED_STEP_MS) await em.nativeUpdate(Session, { id }, { lastUsedAt: now });
	const user = await em.findOne(User, { id: session.userId });
	return user ? { user: userView(user), sessionId: id } : undefined;
}
