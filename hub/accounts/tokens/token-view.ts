import { type ApiTokenView, TokenScope } from '../../../protocol/dashboard/people/api-tokens.ts';
import type { ApiToken } from './entity.ts';
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
