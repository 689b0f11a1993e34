import type { HttpResponse } from 'uWebSockets.js';
import { charge } from '../limits/request-allowance.ts';
import type { Line } from '../line.ts';

/**
 * Sends a body piece by piece; the head is already written. A piece is only made when there is room to send it, so
 * that a slow reader does not fill memory. If a piece cannot be made, the connection is closed, so that nobody takes
 * the part for the whole.
 */
export async function sendPieces(
	res: HttpResponse,
	pieces: AsyncIterable<string | Uint8Array>,
	line: Line,
): Promise<void> {
	// Registered once: uWebSockets.js forgets a handler that is registered inside another one.
	let goOn: () => void = () => undefined;
	res.onWritable(() => {
		goOn();
		return true;
	});
	line.whenAborted = () => goOn();
	try {
		for await (const piece of pieces) {
			if (line.aborted) return;
			const room = new Promise<void>((resolve) => (goOn = resolve));
			let full = false;
			charge(res, Buffer.byteLength(piece));
			res.cork(() => void (full = !res.write(piece)));
			if (full) await room;
		}
		if (!line.aborted) res.cork(() => res.end());
	} catch (error) {
		if (!line.aborted) res.close();
		throw error;
	}
}
