import type { SqlEntityManager } from '@mikro-orm/sqlite';
import type { People, PersonView } from '../../../protocol/dashboard/people/people.ts';
import type { Accounts } from '../accounts.ts';
import { type User as Person, Session, User } from '../entities.ts';
import { listInvitations } from '../invitations/list-invitations.ts';
import { readAccess } from '../reach.ts';
import { SecondFactor } from '../second-factor/entities.ts';
import { isExpired } from '../sessions.ts';
import { ApiToken } from '../tokens/entity.ts';
import type { PeopleDependents } from './people-dependents.ts';

/** What a person holds to get in by; tokens and sessions may be everybody's. */
interface Held {
	sessions: readonly Session[];
	tokens: readonly Pick<ApiToken, 'userId'>[];
	secondFactor: boolean;
}

/** Everybody, oldest first, and the open invitations. */
export async function listPeople(accounts: Accounts, dependents: PeopleDependents): Promise<People> {
	const em = accounts.orm.em.fork() as SqlEntityManager;
	const users = await em.find(User, {}, { orderBy: { createdAt: 'asc', id: 'asc' } });
	const sessions = await openSessions(accounts, em);
	const tokens = await em.find(ApiToken, {}, { fields: ['userId'] });
	const factors = await em.find(SecondFactor, {}, { fields: ['userId'] });
	const secured = new Set(factors.map(({ userId }) => userId));
	return {
		people: users.map((user) => view(dependents, user, { sessions, tokens, secondFactor: secured.has(user.id) })),
		invitations: await listInvitations(accounts),
	};
}

/** One of them, as in the list. */
export async function personView(accounts: Accounts, dependents: PeopleDependents, user: Person): Promise<PersonView> {
	const em = accounts.orm.em.fork() as SqlEntityManager;
	const sessions = await openSessions(accounts, em, user.id);
	const tokens = await em.find(ApiToken, { userId: user.id }, { fields: ['userId'] });
	const secondFactor = (await em.count(SecondFactor, { userId: user.id })) > 0;
	return view(dependents, user, { sessions, tokens, secondFactor });
}

async function openSessions({ clock }: Accounts, em: SqlEntityManager, userId?: string): Promise<Session[]> {
	const sessions = await em.find(Session, userId === undefined ? {} : { userId });
	return sessions.filter((session) => !isExpired(session, clock.now()));
}

function view(dependents: PeopleDependents, user: Person, { sessions, tokens, secondFactor }: Held): PersonView {
	const { id, name, role, createdAt, access, mayUpdateOthers } = user;
	const own = sessions.filter(({ userId }) => userId === id);
	return {
		id,
		name,
		role,
		createdAt,
		access: readAccess(role, access),
		mayUpdateOthers,
		secondFactor,
		here: dependents.isHere(id),
		lastUsedAt: own.length > 0 ? Math.max(...own.map(({ lastUsedAt }) => lastUsedAt)) : null,
		sessions: own.length,
		tokens: tokens.filter(({ userId }) => userId === id).length,
		...dependents.countOf(id),
	};
}
