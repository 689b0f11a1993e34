import { API } from '../../../protocol/dashboard/limits.ts';

export const SESSION_COOKIE = 'mooring_session';
/** Says who has signed in from this browser before; only sign-in reads it. */
const BROWSER_COOKIE = 'mooring_device';
/** Longer than the hub accepts a session, so that the hub decides when it expires. */
const COOKIE_MAX_AGE_S = 400 * 86_400;

/** The Set-Cookie header that gives a browser its session's token, or removes it (null). */
export function setCookie(token: string | null, secure: boolean): string {
	const life = token === null ? 'Max-Age=0' : `Max-Age=${COOKIE_MAX_AGE_S}`;
	return `${SESSION_COOKIE}=${token ?? ''}; Path=/; HttpOnly; SameSite=Strict; ${life}${secure ? '; Secure' : ''}`;
}

/** The Set-Cookie header by which this browser is recognised at the next sign-in, also after this session. */
export function setBrowserCookie(value: string, secure: boolean): string {
	const life = `Max-Age=${COOKIE_MAX_AGE_S}${secure ? '; Secure' : ''}`;
	return `${BROWSER_COOKIE}=${value}; Path=${API}/session; HttpOnly; SameSite=Strict; ${life}`;
}

/** The session's token in a Cookie header. */
export function tokenIn(cookieHeader: string | undefined): string | undefined {
	return valueOf(SESSION_COOKIE, cookieHeader);
}

export function browserIn(cookieHeader: string | undefined): string | undefined {
	return valueOf(BROWSER_COOKIE, cookieHeader);
}

/** Searches for the name instead of splitting: a header full of semicolons would have thousands of parts. */
function valueOf(name: string, cookieHeader: string | undefined): string | undefined {
	if (cookieHeader === undefined) return undefined;
	for (let at = cookieHeader.indexOf(`${name}=`); at >= 0; at = cookieHeader.indexOf(`${name}=`, at + 1)) {
		if (at > 0 && !' \t;'.includes(cookieHeader[at - 1]!)) continue;
		const value = at + name.length + 1;
		const end = cookieHeader.indexOf(';', value);
		return cookieHeader.slice(value, end < 0 ? undefined : end).trim();
	}
	return undefined;
}
