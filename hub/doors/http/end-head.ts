import type { HttpResponse } from 'uWebSockets.js';

/**
 * Ends the answer to a HEAD: the length the body would have (bytes), and no body. Not by `endWithoutBody(length)`: in the
 * pinned uWebSockets.js that leaves the request unanswered, which ends the whole process.
 */
export function endHead(res: HttpResponse, length: number): void {
	res.writeHeader('content-length', String(length)).endWithoutBody();
}
