import type { HttpResponse } from 'uWebSockets.js';

/** The line a request came on. */
export interface Line {
	aborted: boolean;
	/** called when it is cut, where somebody waits for that */
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
