import type { Clock } from '../../base/clock.ts';
import { type Result, ok } from '../../base/result.ts';
import type { LockOuts } from '../lock-outs/lock-outs.ts';
import { FailureCounter, type Limits, type Try, type Wait } from './failure-counter.ts';
import { RateLimit } from './rate-limit.ts';
import { SecretLimit, type SecretLimits } from './secret-limit.ts';

export interface Guess {
	address: string;
	/** whose password: the name as it is compared; or SETUP_CODE */
	secret: string;
	/** the browser's id, if somebody has used this secret from it before */
	browser?: string | undefined;
}

/**
 * Who may guess at a password or the set-up code, and how often. A stranger's tries count against their network and
 * against the secret. A known browser has a count of its own, so that no stranger locks its people out; after too
 * many failures it counts as a stranger too.
 */
export class SignInLimit {
	#networks: RateLimit;
	#secrets: SecretLimit;
	#browsers: FailureCounter;

	constructor(clock: Clock, limits: Partial<Limits> = {}, secretLimits: Partial<SecretLimits> = {}) {
		this.#networks = new RateLimit(clock, limits);
		this.#secrets = new SecretLimit(clock, secretLimits);
		this.#browsers = new FailureCounter(clock, limits);
	}

	/** Not of known browsers: one that is banned is heard as a stranger. */
	watchedBy(lockOuts: LockOuts): this {
		this.#networks.watchedBy(lockOuts, 'sign-in');
		lockOuts.watch('sign-in', 'secret', this.#secrets);
		return this;
	}

	/** How often strangers from its network failed recently, at any secret. */
	failuresFrom(address: string): number {
		return this.#networks.failuresOf(address);
	}

	/** A person has another name, by which their password is guessed at from now on. */
	rename(before: string, after: string): void {
		if (before !== after) this.#secrets.rename(before, after);
	}

	begin({ address, secret, browser }: Guess): Result<Try, Wait> {
		const known = browser === undefined ? undefined : this.#browsers.begin(browser, secret);
		if (known?.ok) return known;
		const here = this.#networks.begin(address, secret);
		if (!here.ok) return here;
		const there = this.#secrets.begin(secret, address);
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
