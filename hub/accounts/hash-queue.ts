import { type Result, err, ok } from '../base/result.ts';

/** A password's hash takes a whole core, 19 MB, and one of libuv's four threads, which SQLite needs too. */
const AT_ONCE = 2;
/** Tries that may wait: so many of strangers, and so many of known browsers. On a Raspberry Pi 4 the last waits about a second. */
const MOST_WAITING = 20;

/** Limits how many hashes run at once and how many wait. Known browsers go before strangers. */
export class HashQueue {
	#running = 0;
	#known: (() => void)[] = [];
	#strangers: (() => void)[] = [];

	/** Refused where too many wait already. */
	async run<T>(known: boolean, work: () => Promise<T>): Promise<Result<T, 'busy'>> {
		if (this.#running < AT_ONCE) this.#running++;
		else {
			const waiting = known ? this.#known : this.#strangers;
			if (waiting.length >= MOST_WAITING) return err('busy');
			await new Promise<void>((resolve) => waiting.push(resolve));
		}
		try {
			return ok(await work());
		} finally {
			const next = this.#known.shift() ?? this.#strangers.shift();
			if (next) next();
			else this.#running--;
		}
	}
}
