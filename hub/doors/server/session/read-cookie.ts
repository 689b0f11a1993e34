import type { HttpRequest, HttpResponse } from 'uWebSockets.js';
import { isForwardedHttps } from '../origin/client-address.ts';
import { isSecure } from '../secure/every-app.ts';
import { cookieThatCounts } from './session-cookie.ts';

/** The Cookie header of a request as far as it counts; undefined if there is none. */
export function readCookie(
	res: HttpResponse,
	req: Pick<HttpRequest, 'getHeader'>,
	trustedProxies: readonly string[],
): string | undefined {
	return cookieThatCounts(req.getHeader('cookie'), isSecure(res) || isForwardedHttps(res, req, trustedProxies));
}
