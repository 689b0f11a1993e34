import type { Clock } from '../base/clock.ts';
import { type Result, err, ok } from '../base/result.ts';
import { networkOf } from './network-of.ts';

export interface Limits {
	/** failures of one network within `windowMs` that ban it; tries under way count as failures until they end */
	failures: number;
	/** failures of all together within `windowMs`: from then on only networks that succeeded before may guess */
	failuresOfAll: number;
	windowMs: number;
	firstBanMs: number;
	/** every further ban of a network is twice as long, up to this */
	longestBanMs: number;
	/** networks remembered; the one heard of longest ago is forgotten first */
	networks: number;
}

/** Twenty failures in ten minutes are no typing errors any more. */
export const LIMITS: Limits = {
	failures: 20,
	failuresOfAll: 200,
	windowMs: 10 * 60_000,
	firstBanMs: 15 * 60_000,
	longestBanMs: 24 * 3_600_000,
	networks: 10_000,
};

interface Entry {
	/** monotonic times, oldest first */
	failures: number[];
	underWay: number;
	bans: number;
	bannedUntil: number;
	/** somebody got in from here */
	trusted: boolean;
}

export interface Try {
	/** Ends the try, once; a second call does nothing. `neither`: it was not about the secret. */
	end(how: 'failed' | 'succeeded' | 'neither'): void;
}

/** Failures by network: too many and it is banned, every further ban twice as long. Durations are monotonic. */
export class RateLimit {
	#clock: Clock;
	#limits: Limits;
	#entries = new Map<string, Entry>();
	#failuresOfAll: number[] = [];

	constructor(clock: Clock, limits: Partial<Limits> = {}) {
		this.#clock = clock;
		this.#limits = { ...LIMITS, ...limits };
	}

	/** Whether this address is free of a ban. */
	check(address: string): Result<void, { retryAfterS: number }> {
		const left = (this.#entries.get(networkOf(address))?.bannedUntil ?? 0) - this.#clock.mono();
		return left > 0 ? err({ retryAfterS: Math.ceil(left / 1_000) }) : ok();
	}

	/**
	 * Begins a guess at a secret, where neither a ban nor the failures of all forbid it. It counts as failed until it ends, so that a thousand guesses sent at once are not a
	 * thousand guesses; who waits for others of their own is asked to come back in a second.
	 */
	begin(address: string): Result<Try, { retryAfterS: number }> {
		const free = this.check(address);
		if (!free.ok) return free;
		const now = this.#clock.mono();
		const entry = this.#entry(networkOf(address));
		this.#failuresOfAll = this.#recent(this.#failuresOfAll, now);
		if (this.#failuresOfAll.length >= this.#limits.failuresOfAll && !entry.trusted)
			return err({ retryAfterS: Math.ceil((this.#failuresOfAll[0]! + this.#limits.windowMs - now) / 1_000) });
		const failed = this.#recent(entry.failures, now).length;
		if (failed + entry.underWay >= this.#limits.failures) return err({ retryAfterS: 1 });
		entry.underWay++;
		let open = true;
		return ok({
			end: (how) => {
				if (!open) return;
				open = false;
				entry.underWay--;
				if (how === 'failed') this.fail(address);
				else if (how === 'succeeded') this.succeed(address);
			},
		});
	}

	fail(address: string): void {
		const now = this.#clock.mono();
		const { failures, firstBanMs, longestBanMs, failuresOfAll } = this.#limits;
		const entry = this.#entry(networkOf(address));
		entry.failures = [...this.#recent(entry.failures, now), now];
		this.#failuresOfAll = [...this.#recent(this.#failuresOfAll, now), now].slice(-failuresOfAll);
		if (entry.failures.length < failures) return;
		entry.bannedUntil = now + Math.min(longestBanMs, firstBanMs * 2 ** entry.bans++);
		entry.failures = [];
	}

	/** It was a person after all: the failures are forgotten, the number of bans is not. */
	succeed(address: string): void {
		const entry = this.#entry(networkOf(address));
		entry.failures = [];
		entry.trusted = true;
	}

	#recent(times: readonly number[], now: number): number[] {
		return times.filter((at) => now - at < this.#limits.windowMs);
	}

	/** Its entry, made where there is none, as the one heard of last. */
	#entry(network: string): Entry {
		const entry = this.#entries.get(network) ?? {
			failures: [],
			underWay: 0,
			bans: 0,
			bannedUntil: 0,
			trusted: false,
		};
		this.#entries.delete(network);
		this.#entries.set(network, entry);
		if (this.#entries.size > this.#limits.networks) this.#entries.delete(this.#entries.keys().next().value!);
		return entry;
	}
}
