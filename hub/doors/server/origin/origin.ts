/** A scheme, a name of up to 253 characters and a port. A URL's name is normalised, in quadratic time. */
const MAX_LENGTH = 300;

export interface OriginHeaders {
	origin?: string | undefined;
	host?: string | undefined;
	secFetchSite?: string | undefined;
	/** the request came over HTTPS to the hub itself; then a page on plain HTTP is another page, whatever its host */
	overTls?: boolean;
}

/**
 * Whether a request or live socket comes from an allowed page. A browser sends the page's origin; that must be this
 * hub: the requested host, or the public address the owner configured. A request without an Origin is allowed: plain
 * reads of the hub's own pages have none, and over plain HTTP no Sec-Fetch-Site either.
 */
export function originAllowed(headers: OriginHeaders, publicUrl: string | undefined): boolean {
	const { origin, host, secFetchSite, overTls = false } = headers;
	if (secFetchSite && secFetchSite !== 'same-origin' && secFetchSite !== 'none') return false;
	if (origin === undefined) return true;
	if (origin.length > MAX_LENGTH) return false;
	try {
		const url = new URL(origin);
		if (overTls && url.protocol !== 'https:') return false;
		return url.host === host || (publicUrl !== undefined && url.origin === new URL(publicUrl).origin);
	} catch {
		return false; // "null": a sandboxed frame or a file
	}
}

/**
 * Whether a request may change anything. Stricter: with a cookie, an Origin or Sec-Fetch-Site must say that it comes from
 * this hub's own pages, as every browser does with every change. A program without a cookie acts in nobody's name and
 * needs neither; one with a cookie sends `Origin`.
 */
export function changeAllowed(
	headers: OriginHeaders & { cookie?: string | undefined },
	publicUrl: string | undefined,
): boolean {
	if (!originAllowed(headers, publicUrl)) return false;
	return Boolean(headers.origin) || headers.secFetchSite === 'same-origin' || !headers.cookie;
}
