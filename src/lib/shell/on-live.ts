import { dev, version } from '$app/environment';
import { updated } from '$app/state';
import { reload } from '../frame/reload-when-back.ts';
import { hub } from '../hub/hub.ts';
import { linkWords } from '$words/hub-link.ts';
import { keepShown, keepWhileOpen } from './keep-while-open.ts';

let installed = false;

/**
 * Whenever the link to the hub is live again: keeps what is known, and asks whether the hub has a new version. `justLoaded`:
 * the link was not live before on this page.
 */
export async function onLive(justLoaded: boolean): Promise<void> {
	if (dev) return;
	// Only pages of HTTPS and of this machine have it. Others cannot be opened while the hub is off, and keep nothing.
	const workers = 'serviceWorker' in navigator ? navigator.serviceWorker : undefined;
	if (workers) {
		keepShown(hub, version, false);
		if (!installed) {
			installed = true;
			keepWhileOpen(hub, version);
			// Browsers refuse it over HTTPS with a certificate that they do not trust.
			void workers.register('/service-worker.js').catch(() => undefined);
		}
	}
	// A page that has just come from the hub is the newest; the shell may be older.
	if (justLoaded && !workers?.controller) return;
	if (!(await updated.check())) return;
	hub.toast('info', linkWords.newVersion, { label: linkWords.reload, act: reload, stays: true });
	await workers?.getRegistration().then(
		(worker) => worker?.update(),
		() => undefined,
	);
}
