import type { HubInfo } from '$protocol/dashboard/people/accounts.ts';
import { askUntilAnswered } from '../hub/ask-until-answered.ts';
import { tabStorage } from '../hub/tab-storage.ts';

/** A page that fails at every load is reloaded at most this often. */
const PAUSE_MS = 30_000;
const KEY = 'mooring-reloaded-at';

/**
 * Reloads the page as soon as the hub answers. The browser does not retry a failed module import, and after an upgrade
 * the module has another name. Returns a function that stops waiting.
 */
export function reloadWhenBack(): () => void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const scheduleReload = () => {
		timer = setTimeout(reload, pauseMs());
	};
	const stop = askUntilAnswered<HubInfo>('/hub', scheduleReload, scheduleReload);
	return () => {
		stop();
		clearTimeout(timer);
	};
}

export function reload(): void {
	tabStorage.set(KEY, String(Date.now()));
	location.reload();
}

/** Without storage it is unknown when the page was last reloaded, so the full pause applies. */
function pauseMs(): number {
	const kept = tabStorage.get(KEY);
	if (kept === undefined) return PAUSE_MS;
	const since = Date.now() - Number(kept ?? 0);
	return since >= 0 && since < PAUSE_MS ? PAUSE_MS - since : 0;
}
