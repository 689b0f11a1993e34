import type { Clock, Timer } from '../base/clock.ts';

/**
 * Collects what changed and writes it in batches, because SD cards die of small writes. `mark` says what is dirty and
 * how long it may wait; marking again neither doubles the work nor moves a nearer time away.
 */
export class WriteBehind<Key> {
	#dirty = new Set<Key>();
	#timer: Timer | undefined;
	#due = Infinity;
	#writing: Promise<void> = Promise.resolve();
	#options: {
		clock: Clock;
		write: (keys: Key[]) => Promise<void>;
		onFailure: (error: unknown) => void;
		retryMs: number;
	};

	constructor(options: {
		clock: Clock;
		write: (keys: Key[]) => Promise<void>;
		onFailure: (error: unknown) => void;
		retryMs: number;
	}) {
		this.#options = options;
	}

	mark(key: Key, withinMs: number): void {
		this.#dirty.add(key);
		const due = this.#options.clock.mono() + withinMs;
		if (due >= this.#due) return;
		this.#timer?.cancel();
		this.#due = due;
		this.#timer = this.#options.clock.after(withinMs, () => void this.flush());
	}

	/** Writes everything now; also resolves when a write fails: what failed stays dirty and is tried again. */
	flush(): Promise<void> {
		this.#timer?.cancel();
		this.#due = Infinity;
		const keys = [...this.#dirty];
		this.#dirty.clear();
		if (keys.length === 0) return this.#writing;
		this.#writing = this.#writing.then(async () => {
			try {
				await this.#options.write(keys);
			} catch (error) {
				this.#options.onFailure(error);
				for (const key of keys) this.mark(key, this.#options.retryMs);
			}
		});
		return this.#writing;
	}

	stop(): void {
		this.#timer?.cancel();
	}
}
