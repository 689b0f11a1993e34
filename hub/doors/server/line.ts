import type { HttpResponse } from 'uWebSockets.js';

/** The connection of a request. */
export interface Line {
	aborted: boolean;
	/** called when the connection is lost */
	whenAborted?: (() => void) | undefined;
}

export function openLine(res: HttpResponse): Line {
	const line: Line = { aborted: false };
	res.onAborted(() => {
		line.aborted = true;
		line.whenAborted?.();
	});
	return line;
}
