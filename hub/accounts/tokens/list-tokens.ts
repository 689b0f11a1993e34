import type { ApiTokenView } from '../../../protocol/dashboard/people/api-tokens.ts';
import type { Accounts } from '../accounts.ts';
import { ApiToken } from './entity.ts';
import { tokenView } from './token-view.ts';

/** A person's tokens, also those whose time is over, the newest first. */
export async function listTokens({ orm, tokens }: Accounts, userId: string): Promise<ApiTokenView[]> {
	const found = await orm.em.fork().find(ApiToken, { userId }, { orderBy: { createdAt: 'desc', id: 'asc' } });
	return found.map((token) => tokenView(tokens, token));
}
