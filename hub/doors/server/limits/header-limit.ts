import type { HttpRequest } from 'uWebSockets.js';

/** A request's first line and headers, with the cookies that other programs on the same host have set. */
export const MAX_HEADERS_BYTES = 16 * 1_024;
/** What follows the question mark: filters, a board's poll. A longer one is read nowhere. */
export const MAX_QUERY_BYTES = 2_048;
/** ": " and the end of the line */
const PER_HEADER_BYTES = 4;

/**
 * Whether a request has more than that. uWebSockets.js has the same limit, but counts only where a request comes in
 * several packets.
 */
export function headersTooLong(req: HttpRequest): boolean {
	let bytes = req.getUrl().length + (req.getQuery()?.length ?? 0);
	req.forEach((name, value) => void (bytes += name.length + value.length + PER_HEADER_BYTES));
	return bytes > MAX_HEADERS_BYTES;
}

export function queryTooLong(req: HttpRequest): boolean {
	return (req.getQuery()?.length ?? 0) > MAX_QUERY_BYTES;
}

/** The Origin a request has; '' where it has an empty one, undefined where it has none. */
export function originOf(req: HttpRequest): string | undefined {
	const origin = req.getHeader('origin');
	if (origin !== '') return origin;
	let isThere = false;
	req.forEach((name) => void (isThere ||= name === 'origin'));
	return isThere ? '' : undefined;
}
