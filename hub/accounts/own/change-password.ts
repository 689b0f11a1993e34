import type { SqlEntityManager } from '@mikro-orm/sqlite';
import { type Fault, fault, fieldFault } from '../../../protocol/dashboard/faults.ts';
import type { ChangePassword } from '../../../protocol/dashboard/people.ts';
import { personActor } from '../../base/actor.ts';
import { type Result, ok } from '../../base/result.ts';
import type { Accounts } from '../accounts.ts';
import { type User as Person, Session, User } from '../entities.ts';
import type { Caller } from '../limits/hash-queue.ts';
import { checkPassword, hashPassword } from '../passwords/password.ts';
import { SOFTWARE, weaknessOf } from '../passwords/weak-password.ts';
import { deleteSessionsOf, tellEnded } from '../people/end-sessions.ts';
import type { KnownPerson } from '../limits/known-browsers.ts';
import { type NewSession, newToken, sessionId, userView } from '../sessions.ts';
import { deleteTokensOf, tellTokensEnded } from '../tokens/end-tokens.ts';
import type { ApiToken } from '../tokens/entity.ts';

/** Told the former id of a session that goes on with another id and token. */
export type Renew = (before: string) => void;

/**
 * Changes a person's own password. All other sessions of theirs end; the one it is changed from goes on with a new
 * cookie, so that a copy of the old one is worth nothing. Their API tokens end too: whoever knew the old password may
 * have made one with it. Tells `renewed` first.
 */
export async function changePassword(
	accounts: Accounts,
	wish: ChangePassword,
	from: { userId: string; session: string; caller: Caller },
	renewed: Renew,
): Promise<Result<NewSession, Fault>> {
	const { orm, hashing, hubName, events } = accounts;
	const user = await orm.em.fork().findOne(User, { id: from.userId });
	if (!user) return fault('not-signed-in');
	const weakness = await weaknessOf(wish.password, [user.name, hubName, SOFTWARE]);
	if (weakness) return fieldFault('password', weakness);
	const checked = await hashing.run(from.caller, () => hashIfRight(accounts, user, wish));
	if (!checked.ok) return fault('too-many-signing-in');
	const passwordHash = checked.value;
	if (passwordHash === undefined) return currentWrong();
	const done = await orm.em
		.fork()
		.transactional((em) => write(accounts, em as SqlEntityManager, { user, passwordHash, session: from.session }));
	if (!done.ok) return done;
	const { token, ended, tokens } = done.value;
	accounts.sessionIds.add(sessionId(token));
	accounts.sessionIds.delete(from.session);
	// The session that goes on first: its dashboards are not to be signed out.
	renewed(from.session);
	tellEnded(accounts, ended);
	events.emit('PasswordChanged', { user: userView(user), by: personActor(user) });
	tellTokensEnded(accounts, user, tokens, personActor(user));
	events.emit('PeopleChanged', {});
	return ok(done.value);
}

/** The hash of the new password; undefined if the present one is not right. Both need a turn of the queue, so one for both. */
async function hashIfRight(
	{ passwordCost }: Accounts,
	user: Person,
	wish: ChangePassword,
): Promise<string | undefined> {
	if (!(await checkPassword(user.passwordHash, wish.current, passwordCost))) return undefined;
	return hashPassword(wish.password, passwordCost);
}

async function write(
	accounts: Accounts,
	em: SqlEntityManager,
	{ user, passwordHash, session }: { user: Person; passwordHash: string; session: string },
): Promise<Result<NewSession & { tokens: ApiToken[] }, Fault>> {
	const now = accounts.clock.now();
	const token = newToken(accounts);
	const change = { id: sessionId(token), createdAt: now, lastUsedAt: now };
	// It may have ended while the passwords were hashed, and the password may have been reset.
	if ((await em.count(Session, { id: session, userId: user.id })) === 0) return fault('not-signed-in');
	const known: KnownPerson = { id: user.id, passwordChanges: user.passwordChanges + 1 };
	const { passwordChanges } = known;
	const before = { id: user.id, passwordHash: user.passwordHash };
	const changed = await em.nativeUpdate(User, before, { passwordHash, passwordChanges });
	if (changed === 0) return currentWrong();
	const ended = await deleteSessionsOf(em, user.id, session);
	await em.nativeUpdate(Session, { id: session }, change);
	return ok({ user: userView(user), known, token, ended, tokens: await deleteTokensOf(em, user.id) });
}

function currentWrong() {
	return fieldFault('current', 'current-password-wrong');
}
