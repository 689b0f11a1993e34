import type { SqlEntityManager } from '@mikro-orm/sqlite';
import type { Accounts } from '../accounts.ts';
import { type User as Person, Session, User } from '../entities.ts';
import type { KnownPerson } from '../limits/known-browsers.ts';
import { deleteSessionsOf, tellEnded } from '../people/end-sessions.ts';
import { type NewSession, newToken, sessionId, userView } from '../sessions.ts';
import { deleteTokensOf } from '../tokens/end-tokens.ts';
import type { ApiToken } from '../tokens/entity.ts';

/** Told the former id of a session that goes on with another id and token. */
export type Renew = (before: string) => void;

/** The session that goes on, and the API tokens that have ended, for `tellTokensEnded`. */
export type Renewed = NewSession & { tokens: ApiToken[] };

/**
 * Inside the caller's transaction: changes how a person signs in, ends their other sessions and makes strangers of all known
 * browsers. Their API tokens end too: whoever knew the password may have made one with it. The session that asks goes on with a
 * new cookie, so that a copy of the old one is worth nothing. Undefined if it has ended meanwhile, or the password was changed.
 */
export async function renewSession(
	accounts: Accounts,
	em: SqlEntityManager,
	{ user, session, change = {} }: { user: Person; session: string; change?: Partial<Pick<Person, 'passwordHash'>> },
): Promise<Renewed | undefined> {
	const now = accounts.clock.now();
	if ((await em.count(Session, { id: session, userId: user.id })) === 0) return undefined;
	const known: KnownPerson = { id: user.id, passwordChanges: user.passwordChanges + 1 };
	const { id, passwordHash, passwordChanges } = user;
	const before = { id, passwordHash, passwordChanges };
	const changed = await em.nativeUpdate(User, before, { ...change, passwordChanges: known.passwordChanges });
	if (changed === 0) return undefined;
	const token = newToken(accounts);
	const ended = await deleteSessionsOf(em, id, session);
	await em.nativeUpdate(Session, { id: session }, { id: sessionId(token), createdAt: now, lastUsedAt: now });
	return { user: userView(user), known, token, ended, tokens: await deleteTokensOf(em, id) };
}

/** Call after the commit. */
export function tellRenewed(accounts: Accounts, before: string, { token, ended }: NewSession, renewed: Renew): void {
	accounts.sessionIds.add(sessionId(token));
	accounts.sessionIds.delete(before);
	// The session that goes on first: its dashboards are not to be signed out.
	renewed(before);
	tellEnded(accounts, ended);
}
