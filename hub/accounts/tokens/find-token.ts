import type { UserView } from '../../../protocol/dashboard/people/accounts.ts';
import { type Fault, fault } from '../../../protocol/dashboard/faults.ts';
import { personActor } from '../../base/actor.ts';
import { type Result, ok } from '../../base/result.ts';
import type { Accounts } from '../accounts.ts';
import { User } from '../entities.ts';
import { rightsOf } from '../find-session.ts';
import type { Rights } from '../reach.ts';
import { userView } from '../sessions.ts';
import { ApiToken } from './entity.ts';
import type { TokenUsed } from './token-may.ts';
import { hashOfToken, isTokenSecret } from './token-secret.ts';
import { scopeOf } from './list-tokens.ts';

/** Whose token it is, what they are allowed now, and what the token allows. */
export interface TokenOwner {
	user: UserView;
	rights: Rights;
	token: TokenUsed;
}

/** Whoever has made this token, and notes that it was used from `address`. */
export async function findToken(
	accounts: Accounts,
	secret: string,
	address: string,
): Promise<Result<TokenOwner, Fault<'wrong-api-token' | 'api-token-over'>>> {
	const { orm, clock, tokens, events } = accounts;
	if (!isTokenSecret(secret)) return fault('wrong-api-token');
	const hash = hashOfToken(secret);
	if (!tokens.hashes.has(hash)) return fault('wrong-api-token');
	const em = orm.em.fork();
	const token = await em.findOne(ApiToken, { hash });
	const user = token && (await em.findOne(User, { id: token.userId }));
	if (!user) {
		tokens.hashes.delete(hash); // another process has ended it
		return fault('wrong-api-token');
	}
	if (hasEnded(token, clock.now())) return fault('api-token-over');
	const { id, name } = token;
	if (tokens.markUsed(token)) events.emit('ApiTokenUsedFirst', { token: name, address, by: personActor(user) });
	return ok({ user: userView(user), rights: rightsOf(user), token: { id, name, scope: scopeOf(token) } });
}

function hasEnded({ expiresAt }: Pick<ApiToken, 'expiresAt'>, now: number): boolean {
	return typeof expiresAt === 'number' && now >= expiresAt;
}
