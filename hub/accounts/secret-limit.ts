import type { Clock } from '../base/clock.ts';
import { evictLeast } from '../base/evict-least.ts';
import { type Result, err, ok } from '../base/result.ts';
import type { Try, Wait } from './failure-counter.ts';
import { neighbourhoodOf, networkOf } from './network-of.ts';

export interface SecretLimits {
	/** tries at one secret, of all strangers together, that may fail within `windowMs` */
	tries: number;
	windowMs: number;
	/** further tries, for networks that have not failed yet: so others' failures lock nobody out */
	newcomers: number;
	/** one of them is given back each time this has passed */
	newcomerEveryMs: number;
	/** how many of them are reserved for networks outside the neighbourhoods of those that failed */
	forFarAway: number;
	/** secrets remembered; those least guessed at are forgotten first */
	secrets: number;
}

export const SECRET_LIMITS: SecretLimits = {
	tries: 190,
	windowMs: 10 * 60_000,
	newcomers: 5,
	newcomerEveryMs: 5_000,
	forFarAway: 2,
	secrets: 10_000,
};

interface Entry {
	/** tries that failed or are under way, oldest first */
	tries: { at: number; network: string; neighbourhood: string }[];
	newcomers: number;
	newcomersAt: number;
}

/** Tries at one secret, a person's password or the set-up code, from all networks together. */
export class SecretLimit {
	#clock: Clock;
	#limits: SecretLimits;
	#entries = new Map<string, Entry>();

	constructor(clock: Clock, limits: Partial<SecretLimits> = {}) {
		this.#clock = clock;
		this.#limits = { ...SECRET_LIMITS, ...limits };
	}

	/** Begins a guess, which counts from now on unless it ends otherwise than failed. */
	begin(secret: string, address: string): Result<Try, Wait> {
		const now = this.#clock.mono();
		const entry = this.#entry(secret, now);
		const network = networkOf(address);
		const neighbourhood = neighbourhoodOf(address);
		if (entry.tries.length >= this.#limits.tries) {
			if (entry.tries.some((other) => other.network === network)) return err(this.#waitOfOld(entry, now));
			const near = entry.tries.some((other) => other.neighbourhood === neighbourhood);
			if (entry.newcomers < 1 + (near ? this.#limits.forFarAway : 0)) return err(this.#waitOfNew());
			entry.newcomers--;
		}
		const begun = { at: now, network, neighbourhood };
		entry.tries.push(begun);
		let open = true;
		return ok({
			end: (how) => {
				if (!open) return;
				open = false;
				if (how === 'neither') entry.tries = entry.tries.filter((other) => other !== begun);
				// Typing errors of whoever got in now; what others tried is not forgotten.
				else if (how === 'succeeded') entry.tries = entry.tries.filter((other) => other.network !== network);
			},
		});
	}

	#waitOfOld({ tries }: Entry, now: number): Wait {
		return { retryAfterS: Math.max(1, Math.ceil((tries[0]!.at + this.#limits.windowMs - now) / 1_000)) };
	}

	#waitOfNew(): Wait {
		return { retryAfterS: Math.ceil(this.#limits.newcomerEveryMs / 1_000) };
	}

	#entry(secret: string, now: number): Entry {
		const { windowMs, newcomers, newcomerEveryMs, secrets } = this.#limits;
		const entry = this.#entries.get(secret) ?? { tries: [], newcomers, newcomersAt: now };
		entry.tries = entry.tries.filter(({ at }) => now - at < windowMs);
		const back = Math.floor((now - entry.newcomersAt) / newcomerEveryMs);
		entry.newcomers = Math.min(newcomers, entry.newcomers + back);
		entry.newcomersAt += back * newcomerEveryMs;
		this.#entries.delete(secret);
		evictLeast(this.#entries, secrets - 1, ({ tries }) => tries.length);
		this.#entries.set(secret, entry);
		return entry;
	}
}
