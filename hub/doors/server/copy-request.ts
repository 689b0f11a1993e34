import type { HttpRequest, HttpResponse } from 'uWebSockets.js';
import { clientAddress, forwardedFor, isForwardedHttps } from './origin/client-address.ts';
import { originOf } from './limits/header-limit.ts';
import { isSecure } from './secure/every-app.ts';
import { cookieThatCounts } from './session/session-cookie.ts';

/** What a route needs of a request. */
export interface Request {
	/** by the names of the path */
	params: Record<string, string>;
	/** what follows the question mark, not decoded */
	search: string;
	/** the Cookie header as far as it counts */
	cookie: string | undefined;
	/** the Authorization header; like the cookie it is in no log */
	authorization: string | undefined;
	origin: string | undefined;
	host: string | undefined;
	secFetchSite: string | undefined;
	contentType: string;
	userAgent: string;
	address: string;
	/** the browser uses HTTPS: to the hub itself, or according to its Origin or a trusted proxy */
	secure: boolean;
	/** it came over HTTPS to the hub itself */
	overTls: boolean;
}

/** Copies a request, which uWebSockets.js invalidates as soon as its handler returns. */
export function copyRequest(
	res: HttpResponse,
	req: HttpRequest,
	params: readonly string[],
	trustedProxies: readonly string[],
): Request {
	const remote = res.getRemoteAddressAsText();
	const origin = originOf(req);
	const overTls = isSecure(res);
	const isHttps = overTls || isForwardedHttps(res, req, trustedProxies);
	return {
		params: Object.fromEntries(params.map((name, index) => [name, decode(req.getParameter(index) ?? '')])),
		search: req.getQuery() ?? '',
		cookie: cookieThatCounts(req.getHeader('cookie'), isHttps),
		authorization: req.getHeader('authorization') || undefined,
		origin,
		host: req.getHeader('host') || undefined,
		secFetchSite: req.getHeader('sec-fetch-site') || undefined,
		contentType: req.getHeader('content-type'),
		userAgent: req.getHeader('user-agent'),
		address: clientAddress(remote, forwardedFor(req), trustedProxies),
		overTls,
		secure: isHttps || (origin?.startsWith('https://') ?? false),
	};
}

function decode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
