const FRAMES = 6;

/**
 * Scrolls to an element again for some frames. Cards on the way have an estimated height until they come into view
 * (content-visibility), so the first scroll may miss the target.
 */
export function scrollUntilSettled(id: string, frames = FRAMES): void {
	if (frames === 0) return;
	requestAnimationFrame(() => {
		document.getElementById(id)?.scrollIntoView();
		scrollUntilSettled(id, frames - 1);
	});
}
