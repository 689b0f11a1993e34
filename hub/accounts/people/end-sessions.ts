import type { SqlEntityManager } from '@mikro-orm/sqlite';
import { type Fault, fault } from '../../../protocol/dashboard/faults.ts';
import type { Actor } from '../../base/actor.ts';
import { type Result, ok } from '../../base/result.ts';
import type { Accounts } from '../accounts.ts';
import { Session, User } from '../entities.ts';
import { userView } from '../sessions.ts';
import { deleteTokensOf, tellTokensEnded } from '../tokens/end-tokens.ts';

/** Signs a person out everywhere, and ends their API tokens: what a lost phone has kept lets nobody in any more. */
export async function endSessionsOf(accounts: Accounts, userId: string, by: Actor): Promise<Result<void, Fault>> {
	const { orm, events } = accounts;
	const done = await orm.em.fork().transactional(async (em) => {
		const user = await em.findOne(User, { id: userId });
		if (!user) return undefined;
		const ended = await deleteSessionsOf(em as SqlEntityManager, userId);
		return { user: userView(user), ended, tokens: await deleteTokensOf(em, userId) };
	});
	if (!done) return fault('no-such-person');
	const { user, ended, tokens } = done;
	if (ended.length + tokens.length === 0) return ok();
	tellEnded(accounts, ended);
	if (ended.length > 0) events.emit('SessionsEndedBy', { user, count: ended.length, by });
	tellTokensEnded(accounts, user, tokens, by);
	events.emit('PeopleChanged', {});
	return ok();
}

/** Deletes a person's sessions, except for one, inside the caller's transaction; answers their ids. */
export async function deleteSessionsOf(em: SqlEntityManager, userId: string, except = ''): Promise<string[]> {
	const sessions = await em.find(Session, { userId, id: { $ne: except } }, { fields: ['id'] });
	const ids = sessions.map(({ id }) => id);
	if (ids.length > 0) await em.nativeDelete(Session, { id: ids });
	return ids;
}

/** Deletes everybody's sessions inside the caller's transaction; answers their ids. */
export async function deleteAllSessions(em: SqlEntityManager): Promise<string[]> {
	const sessions = await em.find(Session, {}, { fields: ['id'] });
	await em.nativeDelete(Session, {});
	return sessions.map(({ id }) => id);
}

/** Call after the commit. */
export function tellEnded(
	{ sessionIds, events }: Pick<Accounts, 'sessionIds' | 'events'>,
	sessions: readonly string[],
): void {
	if (sessions.length === 0) return;
	for (const id of sessions) sessionIds.delete(id);
	events.emit('SessionsEnded', { sessions });
}
