import type { HttpResponse } from 'uWebSockets.js';
import { charge } from '../limits/request-allowance.ts';

/**
 * Ends an answer with its body. What the connection does not accept yet stays in `body`, which all connections share,
 * and is sent when there is room. Until then the answer is not complete, and uWebSockets.js closes a connection that
 * sends another request. `end` would copy the body of every request into memory, even for a client that never reads.
 */
export function sendWhole(res: HttpResponse, body: Uint8Array): void {
	charge(res, body.length);
	if (body.length === 0) return void res.end();
	const begin = res.getWriteOffset();
	const sendFrom = (offset: number) => res.tryEnd(body.subarray(offset - begin), body.length)[0];
	if (!sendFrom(begin)) res.onWritable(sendFrom);
}

/**
 * Ends the answer to a HEAD: the length in bytes that the body would have, and no body. Not by
 * `endWithoutBody(length)`: in the pinned uWebSockets.js that leaves the request unanswered, which ends the whole
 * process.
 */
export function endHead(res: HttpResponse, length: number): void {
	res.writeHeader('content-length', String(length)).endWithoutBody();
}
