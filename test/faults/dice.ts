/** Repeatable randomness: everything follows from the seed (mulberry32). */
export class Dice {
	#state: number;

	constructor(seed: number) {
		this.#state = seed >>> 0;
	}

	/** 0 ≤ x < 1 */
	chance(): number {
		this.#state = (this.#state + 0x6d2b79f5) >>> 0;
		let mixed = this.#state;
		mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	}

	/** Another one whose numbers follow from this one's next. */
	fork(): Dice {
		return new Dice(Math.floor(this.chance() * 2 ** 32));
	}

	/** A whole number, both ends included. */
	between(least: number, most: number): number {
		return least + Math.floor(this.chance() * (most - least + 1));
	}

	one<T>(of: readonly T[]): T {
		return of[this.between(0, of.length - 1)]!;
	}

	/** One of these, with a probability by its weight. */
	weighed<T>(of: readonly (readonly [weight: number, make: () => T])[]): T {
		let left = this.chance() * of.reduce((sum, [weight]) => sum + weight, 0);
		for (const [weight, make] of of) if ((left -= weight) < 0) return make();
		return of.at(-1)![1]();
	}
}
