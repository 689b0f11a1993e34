import { pushState, replaceState } from '$app/navigation';
import { navigating, page } from '$app/state';

/**
 * An open dialog has an entry in the browser's history, so that Back closes the dialog and does not leave the page.
 * `wanted` is set at once. The history follows step by step, because history.back() is asynchronous.
 */
let wanted: string | undefined;
let goingBack = false;
let timer: ReturnType<typeof setTimeout> | undefined;
const waiting: (() => void)[] = [];

/** The dialog that the current history entry belongs to. */
export const dialogOfEntry = (): string | undefined => (page.state as { dialog?: string }).dialog;

/** Requests an entry for a dialog that opens. Returns the name of the entry. */
export function enterDialog(): string {
	wanted = String(performance.timeOrigin + performance.now());
	addEventListener('popstate', leaveClosed); // once, however often it is added
	follow();
	return wanted;
}

/** Removes the entry, unless Back already did. Resolves once the history is as before; only then may code navigate. */
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
	// To go back now would stop a navigation that leaves the page, such as that to the sign-in once the session has ended.
	if (navigating.complete) return void navigating.complete.then(follow, follow);
	timer = undefined;
	if (goingBack) return;
	const now = dialogOfEntry();
	if (wanted === undefined && now !== undefined) {
		goingBack = true;
		addEventListener('popstate', arrived, { once: true });
		history.back();
		return;
	}
	// A dialog that replaces another one reuses its entry.
	if (wanted !== now) {
		const set = now === undefined ? pushState : replaceState;
		// eslint-disable-next-line svelte/no-navigation-without-resolve -- the address stays as it is
		set(page.url, { ...page.state, dialog: wanted });
	}
	for (const done of waiting.splice(0)) done();
}

/** Forward leads to the entry of a dialog that is closed by now, where the next Back would seem to do nothing. */
function leaveClosed(): void {
	if (wanted === undefined) follow();
}

function arrived(): void {
	goingBack = false;
	step();
}
