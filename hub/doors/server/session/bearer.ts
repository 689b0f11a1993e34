import type { ApiError } from '../../../../protocol/dashboard/errors.ts';
import { faultOf } from '../../../../protocol/dashboard/faults.ts';
import type { Accounts } from '../../../accounts/accounts.ts';
import type { RateLimit } from '../../../accounts/limits/rate-limit.ts';
import { reachAtAnyTime } from '../../../accounts/reach.ts';
import { type TokenOwner, findToken } from '../../../accounts/tokens/find-token.ts';
import { personActor } from '../../../base/actor.ts';
import { type Result, err, ok } from '../../../base/result.ts';
import type { OffsetAt } from '../../../time/local-time.ts';
import { apiErrorOf } from '../../api-error.ts';
import type { Requester } from './who-is.ts';

/** Whoever asks by an API token. */
export interface TokenRequester extends Requester {
	token: TokenOwner['token'];
}

const SCHEME = /^bearer(?: +|$)/i;

/** The secret in an Authorization header; undefined if the header is of another scheme, as a proxy's own may be. */
export function bearerIn(authorization: string | undefined): string | undefined {
	if (authorization === undefined || !SCHEME.test(authorization)) return undefined;
	return authorization.replace(SCHEME, '').trim();
}

/**
 * Whose API token this is. Wrong ones are counted by network, as other guesses are. A right one is let in whatever its
 * network did: it cannot be guessed, and an old shortcut that goes on asking must not lock out the others of its house.
 */
export async function whoseToken(
	{ accounts, tries, offsetAt }: { accounts: Accounts; tries: RateLimit; offsetAt: () => OffsetAt },
	secret: string,
	address: string,
): Promise<Result<TokenRequester, ApiError>> {
	const found = await findToken(accounts, secret, address);
	if (found.ok) {
		const { user, rights, token } = found.value;
		const reach = reachAtAnyTime(rights, () => accounts.clock.now(), offsetAt);
		return ok({ user, rights, token, reach, actor: { ...personActor(user), token: token.name } });
	}
	const free = tries.check(address);
	if (!free.ok) {
		const seconds = free.error.retryAfterS;
		return err(apiErrorOf(faultOf('too-many-failures', { seconds }), seconds));
	}
	tries.fail(address);
	return err(apiErrorOf(found.error));
}
