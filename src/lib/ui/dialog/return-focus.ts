import { tick } from 'svelte';

/** What begins with a heading of its own. */
const PARTS = 'article, section, main';

/** The parts of the page that the focus is in, from the inside out. */
export function placeOfFocus(): Element[] {
	const place: Element[] = [];
	for (let at = document.activeElement?.closest(PARTS); at; at = at.parentElement?.closest(PARTS)) place.push(at);
	return place;
}

/**
 * After a dialog, the browser returns the focus to what had it before. If that is gone or disabled by now, the focus goes
 * to the heading of the innermost part that is left, so that the keyboard does not start again at the top of the page.
 */
export async function returnFocus(place: readonly Element[]): Promise<void> {
	await tick();
	if (document.activeElement !== document.body) return;
	for (const around of place) {
		const heading = around.isConnected && around.querySelector<HTMLElement>('h1, h2, h3');
		if (!heading) continue;
		heading.tabIndex = -1;
		heading.focus({ preventScroll: true });
		return;
	}
}
