import type { ApiError } from '../../../../protocol/dashboard/errors.ts';
import type { Accounts } from '../../../accounts/accounts.ts';
import { knownSession } from '../../../accounts/find-session.ts';
import { RateLimit } from '../../../accounts/limits/rate-limit.ts';
import type { Result } from '../../../base/result.ts';
import type { OffsetAt } from '../../../time/local-time.ts';
import { type TokenRequester, whoseToken } from './bearer.ts';
import { tokenIn } from './session-cookie.ts';
import { type Who, whoIs } from './who-is.ts';

/** How the doors find out who asks. */
export interface Askers {
	/** who is signed in by this Cookie header */
	whoIs: (cookieHeader: string | undefined) => Promise<Who | undefined>;
	/** the same from memory, where nothing is let in by it */
	sessionOf: (cookieHeader: string) => string | undefined;
	/** whose API token this is; `secret` by `bearerIn` */
	whoseToken: (secret: string, address: string) => Promise<Result<TokenRequester, ApiError>>;
}

/** `offsetAt` is the hub's time zone now. */
export function askersOf(accounts: Accounts, offsetAt: () => OffsetAt): Askers {
	const tries = new RateLimit(accounts.clock);
	return {
		whoIs: (cookie) => whoIs(accounts, cookie, offsetAt),
		sessionOf: (cookie) => knownSession(accounts, tokenIn(cookie)),
		whoseToken: (secret, address) => whoseToken({ accounts, tries, offsetAt }, secret, address),
	};
}
