import type { SqlEntityManager } from '@mikro-orm/sqlite';
import { type Fault, fault, fieldFault } from '../../../protocol/dashboard/faults.ts';
import type { ChangePassword } from '../../../protocol/dashboard/people/people.ts';
import { personActor } from '../../base/actor.ts';
import { type Result, ok } from '../../base/result.ts';
import type { Accounts } from '../accounts.ts';
import { type User as Person, User } from '../entities.ts';
import type { Caller } from '../limits/hash-queue.ts';
import { checkPassword, hashPassword } from '../passwords/password.ts';
import { SOFTWARE, weaknessOf } from '../passwords/weak-password.ts';
import { type UsedCode, tellUsed, useCode } from '../second-factor/use-code.ts';
import { type NewSession, userView } from '../sessions.ts';
import { tellTokensEnded } from '../tokens/end-tokens.ts';
import { type Renew, type Renewed, renewSession, tellRenewed } from './renew-session.ts';

/**
 * Changes a person's own password. All other sessions and the API tokens of theirs end; the one it is changed from goes on
 * with a new cookie. Tells `renewed` first.
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
	if (passwordHash === undefined) return fieldFault('current', 'current-password-wrong');
	const { session } = from;
	const done = await orm.em
		.fork()
		.transactional((em) => write(accounts, em as SqlEntityManager, { user, passwordHash, session, code: wish.code }));
	if (!done.ok) return done;
	const { renewal, used } = done.value;
	tellRenewed(accounts, session, renewal, renewed);
	tellUsed(accounts, renewal.user, used);
	events.emit('PasswordChanged', { user: userView(user), by: personActor(user) });
	tellTokensEnded(accounts, user, renewal.tokens, personActor(user));
	events.emit('PeopleChanged', {});
	return ok(renewal);
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
	{
		user,
		passwordHash,
		session,
		code,
	}: Record<'passwordHash' | 'session', string> & { user: Person; code: string | undefined },
): Promise<Result<{ renewal: Renewed; used: UsedCode }, Fault>> {
	const used = await useCode(accounts, em, user.id, code);
	if (!used.ok) return used;
	// While the passwords were hashed, the session may have ended, or another password been set, which ends it too.
	const renewal = await renewSession(accounts, em, { user, session, change: { passwordHash } });
	return renewal ? ok({ renewal, used: used.value }) : fault('not-signed-in');
}
