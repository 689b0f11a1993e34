import type { Random } from '../base/random.ts';

/** Pauses between tries after a lost line, full jitter (0 … the step), doubling. */
const FIRST_MS = 500;
const LONGEST_MS = 30_000;
/** After a refusal nothing will be different soon. */
const LONGEST_REFUSED_MS = 600_000;

/** How long to wait before the next try. Begins anew with every link that came about. */
export class Backoff {
	#random: Random;
	#lost = 0;
	#refused = 0;

	constructor(random: Random) {
		this.#random = random;
	}

	afterLoss(): number {
		return this.#random.fraction() * Math.min(LONGEST_MS, FIRST_MS * 2 ** this.#lost++);
	}

	afterRefusal(): number {
		const step = Math.min(LONGEST_REFUSED_MS, FIRST_MS * 2 ** this.#refused++);
		return step / 2 + this.#random.fraction() * (step / 2);
	}

	reset(): void {
		this.#lost = 0;
		this.#refused = 0;
	}
}
