import type { EntityManager } from '@mikro-orm/sqlite';
import type { UserView } from '../../../protocol/dashboard/people/accounts.ts';
import { type Fault, fault } from '../../../protocol/dashboard/faults.ts';
import { type Actor, personActor } from '../../base/actor.ts';
import { type Result, ok } from '../../base/result.ts';
import type { Accounts } from '../accounts.ts';
import { ApiToken } from './entity.ts';

/** Ends one of a person's own tokens. */
export async function endToken(accounts: Accounts, user: UserView, id: string): Promise<Result<void, Fault>> {
	const token = await accounts.orm.em.fork().transactional(async (em) => {
		const found = await em.findOne(ApiToken, { id, userId: user.id });
		if (found) await em.nativeDelete(ApiToken, { id });
		return found;
	});
	if (!token) return fault('no-such-api-token');
	tellTokensEnded(accounts, user, [token], personActor(user));
	accounts.events.emit('PeopleChanged', {});
	return ok();
}

/** Deletes all tokens of a person inside the caller's transaction; answers what `tellTokensEnded` needs. */
export async function deleteTokensOf(em: EntityManager, userId: string): Promise<ApiToken[]> {
	const tokens = await em.find(ApiToken, { userId }, { disableIdentityMap: true });
	if (tokens.length > 0) await em.nativeDelete(ApiToken, { userId });
	return tokens;
}

/** Call after the commit. */
export function tellTokensEnded(
	{ tokens, events }: Pick<Accounts, 'tokens' | 'events'>,
	user: Pick<UserView, 'name'>,
	ended: readonly ApiToken[],
	by: Actor,
): void {
	if (ended.length === 0) return;
	tokens.forget(ended);
	events.emit('ApiTokensEnded', { name: user.name, tokens: ended.map(({ name }) => name), by });
}
