import type { HttpResponse } from 'uWebSockets.js';
import { inLaterTurn } from '../../base/clock.ts';
import { statusLine } from './error-status.ts';

/** What is an answer of plain text or JSON is not taken for anything else. */
export const NO_SNIFFING = ['x-content-type-options', 'nosniff'] as const;

/** Answers with one sentence of plain text, where neither JSON nor a page is expected. */
export function refuse(res: HttpResponse, status: number, words: string, headers: [string, string][] = []): void {
	res.cork(() => {
		res.writeStatus(statusLine(status)).writeHeader('content-type', 'text/plain; charset=utf-8');
		res.writeHeader(...NO_SNIFFING);
		for (const [name, value] of headers) res.writeHeader(name, value);
		res.end(`${words}\n`);
	});
}

/**
 * Makes the connection close after the answer that is still to come, whoever writes it. The answer ends in a later turn:
 * until then uWebSockets.js closes a connection that brings another request. Ended at once, it would handle all requests
 * of the same packet first, and for the last of them forget that the connection was to close. Not for an answer by `endWithoutBody`.
 */
export function closeAfterAnswer(res: HttpResponse): void {
	const { end } = res;
	res.end = (body) => {
		inLaterTurn(() => {
			try {
				res.cork(() => end.call(res, body, true));
			} catch {
				// The connection is gone already.
			}
		});
		return res;
	};
	res.tryEnd = (body) => {
		res.end(body);
		return [true, true];
	};
}
