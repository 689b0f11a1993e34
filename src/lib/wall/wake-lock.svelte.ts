/**
 * `held`: the screen stays on. `refused`: the browser does not allow it now, for example to save the battery. `plain`:
 * this page did not come over HTTPS. `missing`: the browser cannot do it.
 */
export type WakeState = 'held' | 'refused' | 'plain' | 'missing';

/** Keeps the screen awake while the page is visible. Browsers let go of it whenever it is hidden. */
export class WakeLock {
	state: WakeState = $state('refused');
	#lock: WakeLockSentinel | undefined;
	#asking = false;
	#stopped = false;

	/** Returns a function that lets the screen sleep again. */
	hold(): () => void {
		if (!('wakeLock' in navigator)) {
			this.state = isSecureContext ? 'missing' : 'plain';
			return () => undefined;
		}
		const ask = () => void this.#ask();
		document.addEventListener('visibilitychange', ask);
		// Refused to save the battery, it may be allowed when somebody is there.
		addEventListener('pointerup', ask);
		ask();
		return () => {
			this.#stopped = true;
			document.removeEventListener('visibilitychange', ask);
			removeEventListener('pointerup', ask);
			void this.#lock?.release();
		};
	}

	async #ask(): Promise<void> {
		if (this.#asking || this.#lock || document.visibilityState !== 'visible') return;
		this.#asking = true;
		try {
			const lock = (this.#lock = await navigator.wakeLock.request('screen'));
			lock.addEventListener('release', () => {
				this.#lock = undefined;
				this.state = 'refused';
			});
			this.state = 'held';
			if (this.#stopped) await lock.release();
		} catch {
			this.state = 'refused';
		}
		this.#asking = false;
	}
}
