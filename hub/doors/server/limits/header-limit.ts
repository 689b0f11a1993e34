import type { HttpRequest } from 'uWebSockets.js';

/** Limit for a request's first line and headers, including cookies of other programs on the same host. */
export const MAX_HEADERS_BYTES = 16 * 1_024;
/** Limit for what follows the question mark: filters, a board's poll. No route needs more. */
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
 * What is wrong with the headers of a request. uWebSockets.js has the same limit of their length, but applies it only to
 * requests that arrive in several packets. It accepts headers that a proxy in front of it may read differently.
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

/** A request's Origin; '' if the header is empty, undefined if there is none. */
export function originOf(req: HttpRequest): string | undefined {
	const origin = req.getHeader('origin');
	if (origin !== '') return origin;
	let isPresent = false;
	req.forEach((name) => void (isPresent ||= name === 'origin'));
	return isPresent ? '' : undefined;
}
