import type { HttpRequest } from 'uWebSockets.js';

/** A request's first line and headers, with the cookies that other programs on the same host have set. */
export const MAX_HEADERS_BYTES = 16 * 1_024;
/** What follows the question mark: filters, a board's poll. A longer one is read nowhere. */
export const MAX_QUERY_BYTES = 2_048;
/** ": " and the end of the line */
const PER_HEADER_BYTES = 4;

export interface HeaderFault {
	status: 400 | 431;
	words: string;
}

const TOO_LONG: HeaderFault = { status: 431, words: 'The headers of this request are too long.' };
const AMBIGUOUS: HeaderFault = {
	status: 400,
	words: 'This request names its host or the length of its body in two ways.',
};

/**
 * What is wrong with the headers of a request. uWebSockets.js has the same limit of their length, but counts only where they
 * come in several packets; and it reads on where a proxy in between may have read a header twice, or another way.
 */
export function headerFault(req: HttpRequest): HeaderFault | undefined {
	let bytes = req.getUrl().length + (req.getQuery()?.length ?? 0);
	let [hosts, lengths, isStrange] = [0, 0, false];
	req.forEach((name, value) => {
		bytes += name.length + value.length + PER_HEADER_BYTES;
		if (name === 'host') hosts++;
		else if (name === 'content-length') lengths++;
		else if (name === 'transfer-encoding') isStrange ||= value.toLowerCase() !== 'chunked' || ++lengths > 1;
	});
	if (bytes > MAX_HEADERS_BYTES) return TOO_LONG;
	return hosts > 1 || lengths > 1 || isStrange ? AMBIGUOUS : undefined;
}

/** Whether a body follows. */
export function hasBody(req: HttpRequest): boolean {
	const length = req.getHeader('content-length');
	return (length !== '' && length !== '0') || req.getHeader('transfer-encoding') !== '';
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
