import { isDeepStrictEqual } from 'node:util';
import type { SqlEntityManager } from '@mikro-orm/sqlite';
import { deleteAllSessions, tellEnded } from '../accounts/people/end-sessions.ts';
import { storeIn } from '../settings/stored-value.ts';
import type { Https, Stored } from './https.ts';

export const KEY = 'https';

/**
 * Stores what has changed. Where the sessions were begun the other way, over HTTPS or without it, all of them end with
 * it: their cookies went over the network readable, or are not sent any more.
 */
export async function saveHttps(https: Https, change: Partial<Stored>): Promise<void> {
	const { orm, accounts } = https.options;
	const after: Stored = { ...https.stored, ...change };
	if (isDeepStrictEqual(after, https.stored)) return;
	const endsSessions = after.sessionsAreSecure !== https.stored.sessionsAreSecure;
	const ended = await orm.em.fork().transactional(async (em) => {
		await storeIn(em, KEY, after);
		return endsSessions ? deleteAllSessions(em as SqlEntityManager) : [];
	});
	https.stored = after;
	tellEnded(accounts, ended);
}
