const SETTLE_FRAMES = 6;

/** Cards on the way are only thought to be as high as they are, until they are on view: some frames later it is right. */
export function scrollUntilSettled(id: string, frames = SETTLE_FRAMES): void {
	if (frames === 0) return;
	requestAnimationFrame(() => {
		document.getElementById(id)?.scrollIntoView();
		scrollUntilSettled(id, frames - 1);
	});
}
