import { createHash } from 'node:crypto';

/**
 * For how long browsers ask this host over HTTPS alone, s. Not for long: it holds for all ports of the host, and for other
 * programs there. Only with a certificate of the owner's own: whoever could not get past a warning would be locked out.
 */
const HSTS_S = 30 * 86_400;

interface Extra {
	/** another origin that the page may ask */
	connect?: string | undefined;
	/** browsers are to use HTTPS alone */
	strict?: boolean;
}

/** Headers of every answer. `scripts` are the inline scripts of the dashboard's one page, allowed by their hashes alone. */
export function securityHeaders(scripts: readonly string[], { connect, strict }: Extra = {}): [string, string][] {
	const hashes = scripts.map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`);
	const policy = [
		"default-src 'self'",
		["script-src 'self'", ...hashes].join(' '),
		"style-src 'self'",
		"img-src 'self' data:",
		["connect-src 'self'", ...(connect ? [connect] : [])].join(' '),
		"worker-src 'self'",
		"object-src 'none'",
		"base-uri 'none'",
		"frame-ancestors 'none'",
		"form-action 'self'",
	].join('; ');
	return [
		['content-security-policy', policy],
		['x-content-type-options', 'nosniff'],
		['referrer-policy', 'no-referrer'],
		['cross-origin-opener-policy', 'same-origin'],
		['cross-origin-resource-policy', 'same-origin'],
		...(strict ? [['strict-transport-security', `max-age=${HSTS_S}`] as [string, string]] : []),
		['permissions-policy', 'serial=(self), camera=(), geolocation=(self), microphone=()'],
	];
}

/** The texts of a page's inline scripts, to the byte. */
export function inlineScripts(html: string): string[] {
	return [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1]!);
}
