import type { HubInfo } from '$protocol/dashboard/accounts.ts';
import { askUntilAnswered } from '../hub/ask-until-answered.ts';
import { tabStorage } from '../hub/tab-storage.ts';

/** A page that fails at every load is loaded anew no more often than this. */
const PAUSE_MS = 30_000;
const KEY = 'mooring-reloaded-at';

/**
 * Loads the page anew as soon as the hub answers: a part of it that could not be fetched is not fetched again by the
 * browser before, and after an upgrade it has another name. Returns how to stop.
 */
export function reloadWhenBack(): () => void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const back = () => {
		timer = setTimeout(reload, pauseMs());
	};
	const stop = askUntilAnswered<HubInfo>('/hub', back, back);
	return () => {
		stop();
		clearTimeout(timer);
	};
}

export function reload(): void {
	tabStorage.set(KEY, String(Date.now()));
	location.reload();
}

/** Where nothing can be kept it is not known whether this page was loaded anew just now. */
function pauseMs(): number {
	const kept = tabStorage.get(KEY);
	if (kept === undefined) return PAUSE_MS;
	const since = Date.now() - Number(kept ?? 0);
	return since >= 0 && since < PAUSE_MS ? PAUSE_MS - since : 0;
}
