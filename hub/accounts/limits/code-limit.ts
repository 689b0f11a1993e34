import type { Clock } from '../../base/clock.ts';
import { type Result, ok } from '../../base/result.ts';
import type { LockOuts } from '../lock-outs/lock-outs.ts';
import { FailureCounter, type Limits, type Try, type Wait } from './failure-counter.ts';
import { RateLimit } from './rate-limit.ts';

/**
 * Wrong codes for one person from browsers that are not known, of all networks together. Whoever gets to try a code
 * knows the password, and three of a million codes are right at any moment. This leaves such an attacker, with however many
 * networks, thirty codes a day: in three years a chance of one in ten.
 */
export const STRANGERS: Partial<Limits> = { failures: 30, windowMs: 24 * 3_600_000 };

export interface CodeGuess {
	address: string;
	/** whose second factor: their id */
	person: string;
	/** the browser's or session's id, if this person has signed in from it before */
	browser: string | undefined;
}

/**
 * Who may try a code, and how often. As at the password, a known browser has a count of its own, so that nobody else locks its
 * person out. What a right password forgives is not forgiven here, which is why these counts are apart.
 */
export class CodeLimit {
	#networks: RateLimit;
	#people: FailureCounter;
	#browsers: FailureCounter;

	constructor(clock: Clock) {
		this.#networks = new RateLimit(clock);
		this.#people = new FailureCounter(clock, STRANGERS);
		this.#browsers = new FailureCounter(clock);
	}

	/** Not of known browsers: one that is banned is heard as a stranger. */
	watchedBy(lockOuts: LockOuts): void {
		this.#networks.watchedBy(lockOuts, 'second-factor');
		lockOuts.watch('second-factor', 'secret', this.#people);
	}

	/** Begins a try at a code. It counts as failed until it ends as succeeded or neither. */
	begin({ address, person, browser }: CodeGuess): Result<Try, Wait> {
		const known = browser === undefined ? undefined : this.#browsers.begin(browser, person);
		if (known?.ok) return known;
		const here = this.#networks.begin(address, person);
		if (!here.ok) return here;
		const there = this.#people.begin(person, person);
		if (!there.ok) {
			here.value.end('neither');
			return there;
		}
		return ok({
			end(how) {
				here.value.end(how);
				there.value.end(how);
			},
		});
	}
}
