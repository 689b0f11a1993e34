import { pushState, replaceState } from '$app/navigation';
import { page } from '$app/state';

/**
 * An open dialog has an entry of the browser's history, so that Back closes it and leaves the page where it is. What is
 * wanted is said at once; the history follows, one step at a time, since going back takes the browser a moment.
 */
let wanted: string | undefined;
let goingBack = false;
let timer: ReturnType<typeof setTimeout> | undefined;
const waiting: (() => void)[] = [];

/** The dialog whose entry the history stands at. */
export const dialogOfEntry = (): string | undefined => (page.state as { dialog?: string }).dialog;

/** Takes an entry for a dialog that opens; answers its name. */
export function enterDialog(): string {
	wanted = String(performance.timeOrigin + performance.now());
	follow();
	return wanted;
}

/** Gives the entry up, unless Back did. Resolves when the history is as it was before: then the page may be left. */
export function leaveDialog(dialog: string): Promise<void> {
	if (wanted === dialog) {
		wanted = undefined;
		follow();
	}
	return timer === undefined && !goingBack ? Promise.resolve() : new Promise((done) => waiting.push(done));
}

function follow(): void {
	clearTimeout(timer);
	timer = setTimeout(step);
}

function step(): void {
	timer = undefined;
	if (goingBack) return;
	const now = dialogOfEntry();
	if (wanted === undefined && now !== undefined) {
		goingBack = true;
		addEventListener('popstate', arrived, { once: true });
		history.back();
		return;
	}
	// Where one dialog follows another, the entry is handed on.
	if (wanted !== now) {
		const set = now === undefined ? pushState : replaceState;
		// eslint-disable-next-line svelte/no-navigation-without-resolve -- the address stays as it is
		set(page.url, { ...page.state, dialog: wanted });
	}
	for (const done of waiting.splice(0)) done();
}

function arrived(): void {
	goingBack = false;
	step();
}
