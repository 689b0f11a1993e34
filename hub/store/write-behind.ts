import type { Clock, Timer } from '../base/clock.ts';

/**
 * Collects changes and writes them in batches, because many small writes wear out SD cards. `mark` says what is dirty
 * and how long it may wait. Marking again causes no second write and never delays an earlier deadline.
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

	/** how many wait to be written */
	get waiting(): number {
		return this.#dirty.size;
	}

	mark(key: Key, withinMs: number): void {
		this.#dirty.add(key);
		const due = this.#options.clock.mono() + withinMs;
		if (due >= this.#due) return;
		this.#timer?.cancel();
		this.#due = due;
		this.#timer = this.#options.clock.after(withinMs, () => void this.flush());
	}

	/** Writes everything now. Also resolves if a write fails: then it stays dirty and is retried. */
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
