/** Steps of a walk that comes back to its beginning only after 77 minutes. */
const ACROSS = 11;
const DOWN = 7;
/** rem a step; far enough that the strokes of the clock's digits do not overlap those of the minute before */
const STEP_REM = 0.5;
const MINUTE_MS = 60_000;

/** Where the night picture stands in this minute (Unix ms), in rem from its middle. */
export function driftAt(minute: number): [x: number, y: number] {
	const count = Math.floor(minute / MINUTE_MS);
	// 4 and 3 steps at a time, so that it moves in every minute.
	const place = (step: number, of: number) => (((count * step) % of) - (of - 1) / 2) * STEP_REM;
	return [place(4, ACROSS), place(3, DOWN)];
}

/** Moves the element there at once, without a motion to look at. */
export function drift(node: HTMLElement, minute: number) {
	const update = (minute: number) => {
		const [x, y] = driftAt(minute);
		node.style.transform = `translate(${x}rem, ${y}rem)`;
	};
	update(minute);
	return { update };
}
