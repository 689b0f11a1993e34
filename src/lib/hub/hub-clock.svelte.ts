const TICK_MS = 1_000;
const MINUTE_MS = 60_000;

/**
 * The hub's clock, updated every second. Between two messages of the hub it advances by performance.now(), so that
 * countdowns are right on a phone whose own clock is wrong or is changed.
 */
export class HubClock {
	current = $state(Date.now());
	/** the current minute: text that shows minutes need not be computed again every second */
	readonly minute = $derived(Math.floor(this.current / MINUTE_MS) * MINUTE_MS);
	#hub = Date.now();
	#page = performance.now();
	#timer: ReturnType<typeof setInterval> | undefined;

	/** `now`: the hub's time, Unix ms. */
	set(now: number): void {
		this.#hub = now;
		this.#page = performance.now();
		this.tick();
	}

	/** the time now, not at the last tick */
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

	/** Runs every second, and when a countdown begins, so that it starts with its whole time. */
	tick(): void {
		this.current = this.exact;
	}
}
