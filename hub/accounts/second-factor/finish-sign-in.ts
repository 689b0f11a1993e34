import type { SqlEntityManager } from '@mikro-orm/sqlite';
import { type Fault, fault } from '../../../protocol/dashboard/faults.ts';
import type { SignInCode } from '../../../protocol/dashboard/people/second-factor.ts';
import { type Result, ok } from '../../base/result.ts';
import type { Accounts, Visitor } from '../accounts.ts';
import { Session, User } from '../entities.ts';
import { tellEnded } from '../people/end-sessions.ts';
import { type NewSession, beginSession } from '../sessions.ts';
import { type UsedCode, tellUsed, useCode } from './use-code.ts';

/**
 * The second step of a sign-in: a right code and its handle begin a session, once. Ends the session that this browser had
 * before (`oldSession`).
 */
export async function finishSignIn(
	accounts: Accounts,
	wish: SignInCode,
	visitor: Visitor,
	oldSession?: string,
): Promise<Result<NewSession, Fault>> {
	const { orm, events } = accounts;
	const { handles } = accounts.secondFactors;
	const person = handles.personOf(wish.handle, visitor.address);
	const counted = handles.countTry(wish.handle, visitor.address);
	if (!person || !counted) return fault('second-factor-over');
	const user = await orm.em.fork().findOne(User, person);
	const done = user
		? await orm.em
				.fork()
				.transactional((em) => write(accounts, em as SqlEntityManager, wish, { user, visitor, oldSession }))
		: fault('second-factor-over');
	if (!done.ok) {
		if (done.error.kind === 'second-factor-over') handles.end(wish.handle);
		else if (counted.isLast) handles.fail(wish.handle);
		return done;
	}
	const { session, used } = done.value;
	handles.endUntried(session.user, visitor.address);
	tellEnded(accounts, session.ended);
	events.emit('SignedInByCode', { user: session.user, address: visitor.address });
	tellUsed(accounts, session.user, used);
	events.emit('PeopleChanged', {});
	return ok(session);
}

async function write(
	accounts: Accounts,
	em: SqlEntityManager,
	{ handle, code }: SignInCode,
	{ user, visitor, oldSession }: { user: User; visitor: Visitor; oldSession: string | undefined },
): Promise<Result<{ session: NewSession; used: UsedCode }, Fault>> {
	const { handles } = accounts.secondFactors;
	// Transactions come one after the other, so that of two right codes, one of the app and one for recovery, one counts.
	if (!handles.isOpen(handle)) return fault('second-factor-over');
	// A change or reset of the password since the first step has made it worth nothing.
	const { id, passwordChanges } = user;
	const same = await em.findOne(User, { id, passwordChanges }, { disableIdentityMap: true });
	if (!same) return fault('second-factor-over');
	const used = await useCode(accounts, em, id, code);
	if (!used.ok) return used;
	if (used.value === 'off') return fault('second-factor-over');
	if (oldSession) await em.nativeDelete(Session, { id: oldSession });
	const session = await beginSession(em, accounts, same, visitor);
	handles.end(handle);
	const ended = oldSession ? [oldSession, ...session.ended] : session.ended;
	return ok({ session: { ...session, ended }, used: used.value });
}
