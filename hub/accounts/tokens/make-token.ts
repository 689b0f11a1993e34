import type { EntityManager } from '@mikro-orm/sqlite';
import type { UserView } from '../../../protocol/dashboard/people/accounts.ts';
import type { ApiTokenBody, ApiTokenMade } from '../../../protocol/dashboard/people/api-tokens.ts';
import { type Fault, fault, fieldFault } from '../../../protocol/dashboard/faults.ts';
import { LIMITS } from '../../../protocol/dashboard/limits.ts';
import { personActor } from '../../base/actor.ts';
import { newId } from '../../base/random.ts';
import { type Result, err, ok } from '../../base/result.ts';
import type { Accounts } from '../accounts.ts';
import { type User as Person, User } from '../entities.ts';
import type { PeopleDependents } from '../people/people-dependents.ts';
import { ApiToken } from './entity.ts';
import { hashOfToken, newTokenSecret } from './token-secret.ts';
import { tokenView } from './list-tokens.ts';

const YEAR_MS = 365.25 * 24 * 3_600_000;

/** What it needs of other areas. */
export interface Switchables extends Pick<PeopleDependents, 'withLock'> {
	/** why this person could not make a token for it */
	refusal: () => Fault | undefined;
}

/** Makes a token. Its secret is in the answer and nowhere else. Call only after the person has proved who they are. */
export async function makeToken(
	accounts: Accounts,
	dependents: Switchables,
	wish: Pick<ApiTokenBody, 'name' | 'scope' | 'expiresAt'>,
	by: UserView & Pick<Person, 'passwordChanges'>,
): Promise<Result<ApiTokenMade, Fault>> {
	const { orm, clock, random, tokens, events } = accounts;
	const { name, scope, expiresAt } = wish;
	const now = clock.now();
	if (expiresAt !== null && (expiresAt <= now || expiresAt > now + LIMITS.tokenYears * YEAR_MS))
		return fieldFault('expiresAt', 'token-end-wrong', { years: LIMITS.tokenYears });
	const secret = newTokenSecret(random);
	const token: ApiToken = {
		id: newId(random),
		hash: hashOfToken(secret),
		userId: by.id,
		name,
		scope,
		createdAt: now,
		expiresAt,
		lastUsedAt: null,
	};
	const write = async (em: EntityManager): Promise<Result<void, Fault>> => {
		const refused = dependents.refusal();
		if (refused) return err({ ...refused, field: 'scope' });
		// The person may have been removed, got another role, or changed how they sign in, since they proved who they are.
		const { id, role, passwordChanges } = by;
		if ((await em.count(User, { id, role, passwordChanges })) === 0) return fault('not-signed-in');
		if ((await em.count(ApiToken, { userId: by.id })) >= LIMITS.apiTokens)
			return fault('too-many-api-tokens', { most: LIMITS.apiTokens });
		await em.insert(ApiToken, token);
		return ok();
	};
	const made = await dependents.withLock(() => orm.em.fork().transactional(write));
	if (!made.ok) return made;
	tokens.hashes.add(token.hash);
	events.emit('ApiTokenMade', { token: name, scope: scope.kind, expiresAt, by: personActor(by) });
	events.emit('PeopleChanged', {});
	return ok({ token: tokenView(tokens, token), secret });
}
