import type { HttpResponse } from 'uWebSockets.js';
import { charge } from '../limits/request-allowance.ts';
import type { Line } from '../line.ts';

/**
 * Sends a body piece by piece, head already written: the next one is asked for when the line has room, so that a slow
 * reader fills no memory. Where a piece cannot be made, the line is cut, so that nobody takes a part for the whole.
 */
export async function sendPieces(res: HttpResponse, pieces: AsyncIterable<string>, line: Line): Promise<void> {
	// Once for all: what is registered while the line becomes writable is forgotten by uWebSockets.js.
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
