import type { SessionView } from '../../../protocol/dashboard/people/people.ts';
import type { Accounts } from '../accounts.ts';
import { Session } from '../entities.ts';
import { isExpired } from '../sessions.ts';
import { browserOf } from './browser-of.ts';

/** A person's sessions, the one that asks first, then the last used. */
export async function listSessions({ orm, clock }: Accounts, userId: string, current: string): Promise<SessionView[]> {
	const now = clock.now();
	const sessions = await orm.em
		.fork()
		.find(Session, { userId }, { orderBy: { lastUsedAt: 'desc', createdAt: 'desc' } });
	return sessions
		.filter((session) => !isExpired(session, now))
		.map(({ id, shownId, userAgent, address, createdAt, lastUsedAt, wallPin }) => ({
			id: shownId,
			current: id === current,
			...browserOf(userAgent),
			address,
			createdAt,
			// It is written once an hour; of the one that asks it is known to the moment.
			lastUsedAt: id === current ? now : lastUsedAt,
			wallLocked: wallPin !== null,
		}))
		.sort((a, b) => Number(b.current) - Number(a.current));
}
