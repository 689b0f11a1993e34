/**
 * When is a beat late? An accrual detector in the manner of Hayashibara et al., "The φ accrual failure detector"
 * (2004): it learns how late this board's beats come, and calls the board late at the point where a beat that is still
 * to come has become improbable. Lateness is what is learned (arrival minus pace), so that it holds when the pace
 * changes. Jitter of weak Wi-Fi comes in bursts, which a normal distribution alone forgets too soon: the worst
 * lateness is kept too and fades slowly.
 */

/** Beats missed before any board is late. */
const MISSED_BEATS = 3;
/** Until this many beats have been learned, half a minute at the watched pace, a board is given more time. */
const LEARN_BEATS = 100;
const LEARN_FACTOR = 2;
/** Weight of the newest beat in mean and variance: the last 20 or so count. */
const WEIGHT = 0.05;
/** φ = 8: one false alarm in 10⁸ beats, were lateness normal; as standard deviations. */
const DEVIATIONS = 5.6;
/** The worst lateness fades by half in about 7,000 beats: half an hour of watched beats. */
const WORST_FADES = 0.9999;
/** Room above the worst burst seen, since the next may be longer. */
const WORST_MARGIN = 2;
/**
 * No more than this is learned from one beat. What is later was no jitter: the board hung, or its plug was out, and to wait
 * for twice as long next time would show a silent board as ONLINE.
 */
const LEARNED_MS = 1_500;

export class BeatPatience {
	#mean = 0;
	#variance = 0;
	#worst = 0;
	#beats = 0;
	#lastAt: number | undefined;

	/** A beat came at monotonic time `at`, ms, at a pace of one every `paceMs`. */
	beat(at: number, paceMs: number): void {
		if (this.#lastAt !== undefined) this.#learn(Math.min(Math.max(0, at - this.#lastAt - paceMs), LEARNED_MS));
		this.#lastAt = at;
	}

	/** The pace changes or the link is new: nothing is learned from the interval until the next beat. */
	forgetLast(): void {
		this.#lastAt = undefined;
	}

	/** How long after a beat the board is late, ms. */
	patience(paceMs: number): number {
		const missed = MISSED_BEATS * paceMs;
		const learned = paceMs + this.#mean + DEVIATIONS * Math.sqrt(this.#variance);
		const worst = paceMs + WORST_MARGIN * this.#worst;
		const young = this.#beats < LEARN_BEATS ? LEARN_FACTOR * missed : 0;
		return Math.max(missed, learned, worst, young);
	}

	#learn(lateness: number): void {
		this.#beats++;
		const delta = lateness - this.#mean;
		this.#mean += WEIGHT * delta;
		this.#variance = (1 - WEIGHT) * (this.#variance + WEIGHT * delta * delta);
		this.#worst = Math.max(this.#worst * WORST_FADES, lateness);
	}
}
