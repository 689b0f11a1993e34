import type { Clock } from '../../base/clock.ts';
import { type Result, err, ok } from '../../base/result.ts';
import type { Wait } from './failure-counter.ts';

/** The region, neighbourhood and network of an address, widest first. */
export type Origin = readonly string[];

export interface NewcomerLimits {
	/**
	 * How long it takes until a taken place is free again, ms, by kind of origin. Recent guesses came: from nowhere
	 * in its region; from the region but not the neighbourhood; from the neighbourhood but not the network; from the
	 * network.
	 */
	everyMs: readonly number[];
	/** places of each kind that are free when none was taken for a while */
	atOnce: number;
	/** how long an origin is remembered whose guess took a place and was wrong */
	memoryMs: number;
	/** regions, neighbourhoods and networks remembered, each; the oldest are forgotten first */
	remembered: number;
}

/** A wrong guess uses up its region for a day, or until 20,000 others have guessed wrong. */
export const NEWCOMER_LIMITS: NewcomerLimits = {
	everyMs: [1_000, 10_000, 10_000, 30_000],
	atOnce: 2,
	memoryMs: 24 * 3_600_000,
	remembered: 20_000,
};

/** For each kind of place, when all of them will be free again, monotonic ms. */
export type PlacesTaken = number[];

/**
 * Guesses that are kept in reserve for a secret whose normal guesses are used up. A stranger with many addresses must
 * not take them all, so origins from which nobody has guessed recently have places that no others can take.
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

	/**
	 * Takes a place for a guess. `isUsed`: whether this part of the origin has other guesses that failed or are under
	 * way.
	 */
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

	/** A guess from this origin took a place and was wrong. */
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
