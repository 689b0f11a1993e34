import type { Clock } from '../../base/clock.ts';
import { type Result, err, ok } from '../../base/result.ts';
import type { Wait } from './failure-counter.ts';

/** An address, as its region, its neighbourhood and its network: the widest first. */
export type Origin = readonly string[];

export interface NewcomerLimits {
	/**
	 * How often a place comes back, ms: first for networks in a region from which nobody guessed of late, then for those
	 * where only the neighbourhood has not, then where only the network has not, and last for those that have.
	 */
	everyMs: readonly number[];
	/** places there are of each kind after none was taken for a while */
	atOnce: number;
	/** for how long it is remembered where a place was taken and did not help */
	memoryMs: number;
	/** regions, neighbourhoods and networks remembered, of each; those of longest ago are forgotten first */
	remembered: number;
}

/**
 * A place costs a stranger its region for a day. There are 65,536 regions of IPv4, and fewer of IPv6 are in use: to take a
 * place every second all day, a stranger needs more than there are.
 */
export const NEWCOMER_LIMITS: NewcomerLimits = {
	everyMs: [1_000, 10_000, 10_000, 30_000],
	atOnce: 2,
	memoryMs: 24 * 3_600_000,
	remembered: 20_000,
};

/** When each kind of place will all be back, monotonic ms. */
export type PlacesTaken = number[];

/**
 * The last guesses at a secret whose other guesses are used up. Strangers with many addresses must not take them all. So
 * regions, neighbourhoods and networks from which nobody has guessed of late have places that no other can take.
 */
export class NewcomerPlaces {
	#clock: Clock;
	#limits: NewcomerLimits;
	/** when a place was taken there, by region, by neighbourhood and by network; oldest first */
	#taken: Map<string, number>[] = [new Map(), new Map(), new Map()];

	constructor(clock: Clock, limits: Partial<NewcomerLimits> = {}) {
		this.#clock = clock;
		this.#limits = { ...NEWCOMER_LIMITS, ...limits };
	}

	/** Takes a place for somebody from there. `isUsed`: whether guesses from there, by whatever limit, have failed. */
	take(taken: PlacesTaken, origin: Origin, isUsed: (width: number) => boolean): Result<void, Wait> {
		const { everyMs, atOnce } = this.#limits;
		const now = this.#clock.mono();
		const kind = origin.filter((part, width) => isUsed(width) || this.#isRemembered(width, part, now)).length;
		const every = everyMs[kind]!;
		const allBack = Math.max(now, taken[kind] ?? now) + every;
		const wait = allBack - atOnce * every - now;
		if (wait > 0) return err({ retryAfterS: Math.ceil(wait / 1_000) });
		taken[kind] = allBack;
		return ok();
	}

	/** The place that was taken from there was of no use. */
	failed(origin: Origin): void {
		const now = this.#clock.mono();
		origin.forEach((part, width) => {
			const taken = this.#taken[width]!;
			taken.delete(part);
			if (taken.size >= this.#limits.remembered) taken.delete(taken.keys().next().value!);
			taken.set(part, now);
		});
	}

	#isRemembered(width: number, part: string, now: number): boolean {
		const at = this.#taken[width]!.get(part);
		return at !== undefined && now - at < this.#limits.memoryMs;
	}
}
