import { type Result, err, ok } from '../base/result.ts';

/** A password's hash takes a whole core and 19 MB, on one of the four threads that SQLite also works on. */
const AT_ONCE = 2;
/** Tries that wait, of strangers and of known browsers each; on a Raspberry Pi 4 the last of them for about a second. */
const MOST_WAITING = 20;

/** Lets few pieces of costly work run at once and few wait. Who was here before waits for no stranger. */
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
