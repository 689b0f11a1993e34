import type { Clock } from '../../base/clock.ts';
import type { Result } from '../../base/result.ts';
import type { LockOutWhat } from '../../../protocol/dashboard/people/lock-outs.ts';
import type { LockOuts } from '../lock-outs/lock-outs.ts';
import { FailureCounter, type Limits, type Try, type Wait } from './failure-counter.ts';
import { networkOf } from './network-of.ts';

/** Failures by the network an address is in: too many and it is banned. */
export class RateLimit {
	#networks: FailureCounter;

	constructor(clock: Clock, limits: Partial<Limits> = {}) {
		this.#networks = new FailureCounter(clock, limits);
	}

	/** Its bans are seen and lifted there. */
	watchedBy(lockOuts: LockOuts, what: LockOutWhat): this {
		lockOuts.watch(what, 'network', this.#networks);
		return this;
	}

	/** Whether this address is free of a ban. */
	check(address: string): Result<void, Wait> {
		return this.#networks.check(networkOf(address));
	}

	/** How often its network failed recently. */
	failuresOf(address: string): number {
		return this.#networks.failuresOf(networkOf(address));
	}

	begin(address: string, secret?: string): Result<Try, Wait> {
		return this.#networks.begin(networkOf(address), secret);
	}

	/** Counts a failure; false if the address is banned already. */
	failUnlessBanned(address: string): boolean {
		const isFree = this.check(address).ok;
		if (isFree) this.fail(address);
		return isFree;
	}

	fail(address: string, secret?: string): void {
		this.#networks.fail(networkOf(address), secret);
	}
}
