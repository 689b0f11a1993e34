import type { HubInfo } from '$protocol/dashboard.ts';
import { askUntilAnswered } from './ask.ts';

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
		const since = Date.now() - Number(sessionStorage.getItem(KEY) ?? 0);
		timer = setTimeout(reload, since >= 0 && since < PAUSE_MS ? PAUSE_MS - since : 0);
	};
	const stop = askUntilAnswered<HubInfo>('/hub', back, back);
	return () => {
		stop();
		clearTimeout(timer);
	};
}

export function reload(): void {
	sessionStorage.setItem(KEY, String(Date.now()));
	location.reload();
}
