import type { HttpRequest, HttpResponse } from 'uWebSockets.js';
import { API } from '../../../../protocol/dashboard/limits.ts';
import { isForwardedHttps } from '../origin/client-address.ts';
import { isSecure } from '../secure/every-app.ts';

export const SESSION_COOKIE = 'mooring_session';
/** Over HTTPS. Browsers take a cookie with this prefix only from HTTPS, so that nobody on the line can plant one. */
export const SECURE_SESSION_COOKIE = `__Host-${SESSION_COOKIE}`;
/** Says who has signed in from this browser before, so that strangers' failures do not lock them out. */
const BROWSER_COOKIE = 'mooring_browser';
/** Its name in 0.1, when only sign-in was sent it. */
const OLD_BROWSER_COOKIE = 'mooring_device';
/** Longer than the hub accepts a session, so that the hub decides when it expires. */
const COOKIE_MAX_AGE_S = 400 * 86_400;

/**
 * The Set-Cookie headers that give a browser its session's token, or remove it (null). Over HTTPS the cookie that it
 * had before HTTPS is removed too.
 */
export function setCookies(token: string | null, secure: boolean): string[] {
	const attributes = 'Path=/; HttpOnly; SameSite=Strict';
	const life = `Max-Age=${token === null ? 0 : COOKIE_MAX_AGE_S}`;
	if (!secure) return [`${SESSION_COOKIE}=${token ?? ''}; ${attributes}; ${life}`];
	return [
		`${SECURE_SESSION_COOKIE}=${token ?? ''}; ${attributes}; ${life}; Secure`,
		`${SESSION_COOKIE}=; ${attributes}; Max-Age=0; Secure`,
	];
}

/** The Set-Cookie header by which this browser is recognised at the next sign-in, also after this session. */
export function setBrowserCookie(value: string, secure: boolean): string {
	const life = `Max-Age=${COOKIE_MAX_AGE_S}${secure ? '; Secure' : ''}`;
	return `${BROWSER_COOKIE}=${value}; Path=${API}; HttpOnly; SameSite=Strict; ${life}`;
}

const PLAIN_SESSION = new RegExp(`((?:^|;)[ \\t]*)${SESSION_COOKIE}=[^;]*`, 'g');

/**
 * A request's Cookie header as far as it counts. Over HTTPS a session's cookie without the prefix does not: whoever can answer
 * for this host over plain HTTP could plant one, and somebody would act in another person's name without noticing.
 */
export function cookieThatCounts(cookieHeader: string, secure: boolean): string | undefined {
	return (secure ? cookieHeader.replace(PLAIN_SESSION, '$1') : cookieHeader) || undefined;
}

/** The Cookie header of a request as far as it counts; undefined if there is none. */
export function readCookie(
	res: HttpResponse,
	req: Pick<HttpRequest, 'getHeader'>,
	trustedProxies: readonly string[],
): string | undefined {
	return cookieThatCounts(req.getHeader('cookie'), isSecure(res) || isForwardedHttps(res, req, trustedProxies));
}

/** The session's token in a Cookie header that counts. The name without prefix counts only if the other is not there. */
export function tokenIn(cookieHeader: string | undefined): string | undefined {
	return valueOf(SECURE_SESSION_COOKIE, cookieHeader) ?? valueOf(SESSION_COOKIE, cookieHeader);
}

export function browserIn(cookieHeader: string | undefined): string | undefined {
	return valueOf(BROWSER_COOKIE, cookieHeader) ?? valueOf(OLD_BROWSER_COOKIE, cookieHeader);
}

/** Searches for the name instead of splitting: a header full of semicolons would have thousands of parts. */
function valueOf(name: string, cookieHeader: string | undefined): string | undefined {
	if (cookieHeader === undefined) return undefined;
	for (let at = cookieHeader.indexOf(`${name}=`); at >= 0; at = cookieHeader.indexOf(`${name}=`, at + 1)) {
		if (!isBeginning(cookieHeader, at)) continue;
		const value = at + name.length + 1;
		const end = cookieHeader.indexOf(';', value);
		return cookieHeader.slice(value, end < 0 ? undefined : end).trim();
	}
	return undefined;
}

/** Whether a cookie begins here. Only a semicolon ends the one before: a planted cookie may have a space in its value. */
function isBeginning(cookieHeader: string, at: number): boolean {
	let before = at - 1;
	while (cookieHeader[before] === ' ' || cookieHeader[before] === '\t') before--;
	return before < 0 || cookieHeader[before] === ';';
}
