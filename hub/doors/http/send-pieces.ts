import type { HttpResponse } from 'uWebSockets.js';

/** The line a request came on. */
export interface Line {
	aborted: boolean;
	/** called when it is cut, where somebody waits for that */
	whenAborted?: () => void;
}

/**
 * Sends a body piece by piece, head already written: the next one is asked for when the line has room, so that a slow
 * reader fills no memory. Where a piece cannot be made, the line is cut, so that nobody takes a part for the whole.
 */
export async function sendPieces(res: HttpResponse, pieces: AsyncIterable<string>, line: Line): Promise<void> {
	try {
		for await (const piece of pieces) {
			if (line.aborted) return;
			let room = true;
			res.cork(() => void (room = res.write(piece)));
			if (!room) await roomAgain(res, line);
		}
		if (!line.aborted) res.cork(() => res.end());
	} catch (error) {
		if (!line.aborted) res.close();
		throw error;
	}
}

function roomAgain(res: HttpResponse, line: Line): Promise<void> {
	return new Promise((resolve) => {
		line.whenAborted = resolve;
		res.onWritable(() => {
			resolve();
			return true;
		});
	});
}
