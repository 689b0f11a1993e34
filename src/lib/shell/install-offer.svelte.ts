import { installEvent } from './install-event.ts';

const DISMISSED = 'mooring-install-dismissed';

/** How the dashboard can be installed on this device as an app, and whether somebody has said no to that. */
export class InstallOffer {
	#dismissed = $state(isDismissed());
	#event = $state.raw(installEvent.current);

	/** `ask`: the browser does it; `share`: only by hand, in the menu of Safari on iOS; undefined: it is, cannot be, or shall not */
	get way(): 'ask' | 'share' | undefined {
		if (this.#dismissed || matchMedia('(display-mode: standalone)').matches) return undefined;
		if (this.#event) return 'ask';
		// Only iOS has this property; it is true in an installed app.
		return 'standalone' in navigator && navigator.standalone === false ? 'share' : undefined;
	}

	/** Opens the browser's question, which can be asked once. */
	async ask(): Promise<void> {
		const event = this.#event;
		this.#event = installEvent.current = undefined;
		await event?.prompt();
	}

	/** Not offered again in this browser. */
	dismiss(): void {
		this.#dismissed = true;
		try {
			localStorage.setItem(DISMISSED, 'yes');
		} catch {
			// Without storage it is offered again at the next visit.
		}
	}
}

function isDismissed(): boolean {
	try {
		return localStorage.getItem(DISMISSED) !== null;
	} catch {
		return false;
	}
}
