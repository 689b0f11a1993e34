import { type ApiTokenView, TokenScope } from '../../../protocol/dashboard/people/api-tokens.ts';
import type { Accounts } from '../accounts.ts';
import { ApiToken } from './entity.ts';
import type { LiveTokens } from './live-tokens.ts';

const NOTHING: TokenScope = { kind: 'switch', relays: [], scenes: [] };

/** The scope as it is stored; one that is damaged allows nothing. */
export function scopeOf({ scope }: { scope: unknown }): TokenScope {
	return TokenScope.safeParse(scope).data ?? NOTHING;
}

export function tokenView(tokens: Pick<LiveTokens, 'lastUsedOf'>, token: ApiToken): ApiTokenView {
	const { id, name, createdAt, expiresAt } = token;
	const lastUsedAt = tokens.lastUsedOf(token);
	return { id, name, scope: scopeOf(token), createdAt, expiresAt: expiresAt ?? null, lastUsedAt };
}

/** A person's tokens, also those whose time is over, the newest first. */
export async function listTokens({ orm, tokens }: Accounts, userId: string): Promise<ApiTokenView[]> {
	const found = await orm.em.fork().find(ApiToken, { userId }, { orderBy: { createdAt: 'desc', id: 'asc' } });
	return found.map((token) => tokenView(tokens, token));
}
