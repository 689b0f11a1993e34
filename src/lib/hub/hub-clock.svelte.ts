const TICK_MS = 1_000;
const MINUTE_MS = 60_000;

/**
 * The hub's clock, by second. Between two words of the hub it goes on with the time the page has been open, so that a
 * phone whose own clock is wrong, or is set meanwhile, still counts down rightly.
 */
export class HubClock {
	current = $state(Date.now());
	/** the minute it is in: what is told by the minute is not worked out anew every second */
	readonly minute = $derived(Math.floor(this.current / MINUTE_MS) * MINUTE_MS);
	#hub = Date.now();
	#page = performance.now();
	#timer: ReturnType<typeof setInterval> | undefined;

	/** The hub says what time it is, Unix ms. */
	set(now: number): void {
		this.#hub = now;
		this.#page = performance.now();
		this.tick();
	}

	/** this very moment, not that of the last tick */
	get exact(): number {
		return this.#hub + performance.now() - this.#page;
	}

	start(): void {
		this.stop();
		this.#timer = setInterval(() => this.tick(), TICK_MS);
	}

	stop(): void {
		clearInterval(this.#timer);
	}

	/** Every second, and where a countdown begins, which then has its whole time left. */
	tick(): void {
		this.current = this.exact;
	}
}
