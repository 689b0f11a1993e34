/** Without a touch for this long, the wall rests, if it is night. */
export const REST_MS = 5 * 60_000;

const TOUCHES = ['pointerdown', 'keydown', 'wheel'] as const;

/** Whether the wall shows its night look: nobody has touched it for a while, and it is night. */
export class Rest {
	#still = $state(false);
	#timer: ReturnType<typeof setTimeout> | undefined;
	readonly #isNight: () => boolean;

	constructor(isNight: () => boolean) {
		this.#isNight = isNight;
	}

	get asleep(): boolean {
		return this.#still && this.#isNight();
	}

	/** Returns a function that stops watching. */
	watch(): () => void {
		for (const touch of TOUCHES) addEventListener(touch, this.#touched, { capture: true, passive: true });
		this.wake();
		return () => {
			for (const touch of TOUCHES) removeEventListener(touch, this.#touched, { capture: true });
			clearTimeout(this.#timer);
		};
	}

	wake(): void {
		this.#still = false;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => (this.#still = true), REST_MS);
	}

	readonly #touched = (): void => {
		// The night look decides what wakes it: a touch has to end before the day look is there.
		if (!this.asleep) this.wake();
	};
}
