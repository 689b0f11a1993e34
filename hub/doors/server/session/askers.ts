import type { ApiError } from '../../../../protocol/dashboard/errors.ts';
import type { Accounts } from '../../../accounts/accounts.ts';
import { knownSession } from '../../../accounts/find-session.ts';
import { RateLimit } from '../../../accounts/limits/rate-limit.ts';
import { type Result, err, ok } from '../../../base/result.ts';
import type { OffsetAt } from '../../../time/local-time.ts';
import { bearerIn, whoseToken } from './bearer.ts';
import { tokenIn } from './session-cookie.ts';
import { type Requester, type Who, whoIs } from './who-is.ts';

/** What a request says of who sends it. */
export interface Credentials {
	authorization: string | undefined;
	cookie: string | undefined;
	address: string;
}

/** How the doors find out who asks. */
export interface Askers {
	/** who is signed in by this Cookie header */
	whoIs: (cookieHeader: string | undefined) => Promise<Who | undefined>;
	/** the same from memory, where nothing is let in by it */
	sessionOf: (cookieHeader: string) => string | undefined;
	/**
	 * Who asks: by an API token, or else by a cookie. With a token the cookie is ignored. `refusal` says why a cookie does
	 * not count for this request: a browser sends it by itself, a token never.
	 */
	asker: (
		credentials: Credentials,
		refusal?: () => ApiError | undefined,
	) => Promise<Result<Requester | undefined, ApiError>>;
}

/** `offsetAt` is the hub's time zone now. */
export function askersOf(accounts: Accounts, offsetAt: () => OffsetAt): Askers {
	const tries = new RateLimit(accounts.clock).watchedBy(accounts.lockOuts, 'api-token');
	return {
		whoIs: (cookie) => whoIs(accounts, cookie, offsetAt),
		sessionOf: (cookie) => knownSession(accounts, tokenIn(cookie)),
		async asker({ authorization, cookie, address }, refusal = () => undefined) {
			const secret = bearerIn(authorization);
			if (secret !== undefined) return whoseToken({ accounts, tries, offsetAt }, secret, address);
			const refused = refusal();
			return refused ? err(refused) : ok(await whoIs(accounts, cookie, offsetAt));
		},
	};
}
