import type { TokensOfDevice } from '../../../protocol/dashboard/people/api-tokens.ts';
import { LIMITS } from '../../../protocol/dashboard/limits.ts';
import type { Accounts } from '../accounts.ts';
import { User } from '../entities.ts';
import { ApiToken } from './entity.ts';
import { scopeOf } from './list-tokens.ts';

/** The API tokens, of everybody, that name this device: they lose its relays when it is deleted. */
export async function tokensOfDevice({ orm }: Pick<Accounts, 'orm'>, device: string): Promise<TokensOfDevice> {
	const em = orm.em.fork();
	const people = new Map((await em.find(User, {}, { fields: ['id', 'name'] })).map(({ id, name }) => [id, name]));
	const tokens = (await em.find(ApiToken, {}, { orderBy: { createdAt: 'asc', id: 'asc' } })).flatMap((token) => {
		const scope = scopeOf(token);
		if (scope.kind !== 'switch' || !scope.relays.some((one) => one.device === device)) return [];
		const isLast = scope.scenes.length === 0 && scope.relays.every((one) => one.device === device);
		return [{ name: token.name, person: people.get(token.userId) ?? '', isLast }];
	});
	const shown = tokens.slice(0, LIMITS.tokensNamed);
	return { tokens: shown, more: tokens.length - shown.length };
}
