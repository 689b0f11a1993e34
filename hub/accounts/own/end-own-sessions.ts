import type { SqlEntityManager } from '@mikro-orm/sqlite';
import type { UserView } from '../../../protocol/dashboard/people/accounts.ts';
import { type Fault, fault } from '../../../protocol/dashboard/faults.ts';
import { personActor } from '../../base/actor.ts';
import { type Result, ok } from '../../base/result.ts';
import type { Accounts } from '../accounts.ts';
import { Session } from '../entities.ts';
import { deleteSessionsOf, tellEnded } from '../people/end-sessions.ts';

/** Ends a session. Its open dashboards, in whatever tab, go to the sign-in page. */
export async function signOut(accounts: Accounts, sessionId: string): Promise<void> {
	const { orm, events } = accounts;
	await orm.em.fork().nativeDelete(Session, { id: sessionId });
	tellEnded(accounts, [sessionId]);
	events.emit('PeopleChanged', {});
}

/** Ends one session of a person's own, by its id in the list. Answers its real id. */
export async function endOwnSession(
	accounts: Accounts,
	user: UserView,
	shownId: string,
): Promise<Result<string, Fault>> {
	const ended = await accounts.orm.em.fork().transactional(async (em) => {
		const session = await em.findOne(Session, { userId: user.id, shownId });
		if (session) await em.nativeDelete(Session, { id: session.id });
		return session?.id;
	});
	if (ended === undefined) return fault('no-such-session');
	tell(accounts, user, [ended]);
	return ok(ended);
}

/** Ends all sessions of a person's own, except for the one that asks. */
export async function endOtherSessions(accounts: Accounts, user: UserView, current: string): Promise<void> {
	const ended = await accounts.orm.em
		.fork()
		.transactional((em) => deleteSessionsOf(em as SqlEntityManager, user.id, current));
	if (ended.length > 0) tell(accounts, user, ended);
}

function tell(accounts: Accounts, user: UserView, ended: string[]): void {
	tellEnded(accounts, ended);
	accounts.events.emit('SessionsEndedBy', { user, count: ended.length, by: personActor(user) });
	accounts.events.emit('PeopleChanged', {});
}
