import type { HttpResponse } from 'uWebSockets.js';
import { charge } from '../limits/request-allowance.ts';

/**
 * Ends an answer with its body. What the line does not take yet stays where it is, in the file that all lines share, and goes
 * when it takes more. Until then the answer is not over, and uWebSockets.js closes a line that asks for the next one: with
 * `end` it would copy every body that was asked for into memory, as fast as a line asks that never reads.
 */
export function sendWhole(res: HttpResponse, body: Uint8Array): void {
	charge(res, body.length);
	if (body.length === 0) return void res.end();
	const begin = res.getWriteOffset();
	const sendFrom = (offset: number) => res.tryEnd(body.subarray(offset - begin), body.length)[0];
	if (!sendFrom(begin)) res.onWritable(sendFrom);
}

/**
 * Ends the answer to a HEAD: the length the body would have (bytes), and no body. Not by `endWithoutBody(length)`: in the
 * pinned uWebSockets.js that leaves the request unanswered, which ends the whole process.
 */
export function endHead(res: HttpResponse, length: number): void {
	res.writeHeader('content-length', String(length)).endWithoutBody();
}
