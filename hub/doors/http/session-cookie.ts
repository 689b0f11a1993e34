export const SESSION_COOKIE = 'mooring_session';
/** The browser may keep it longer than the hub honours it, never the other way round. */
const COOKIE_MAX_AGE_S = 400 * 86_400;

/** The Set-Cookie header that gives a browser its session's token, or takes it away (null). */
export function setCookie(token: string | null, secure: boolean): string {
	const life = token === null ? 'Max-Age=0' : `Max-Age=${COOKIE_MAX_AGE_S}`;
	return `${SESSION_COOKIE}=${token ?? ''}; Path=/; HttpOnly; SameSite=Strict; ${life}${secure ? '; Secure' : ''}`;
}

/** The session's token in a Cookie header. */
export function tokenIn(cookieHeader: string | undefined): string | undefined {
	return cookieHeader
		?.split(';')
		.map((pair) => pair.trim())
		.find((pair) => pair.startsWith(`${SESSION_COOKIE}=`))
		?.slice(SESSION_COOKIE.length + 1);
}
