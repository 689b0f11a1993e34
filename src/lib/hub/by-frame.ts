import { Rush } from './rush.ts';

/** A page that draws no frames, as one behind another window, is not kept waiting longer than this. */
const LONGEST_WAIT_MS = 250;

/**
 * Hands what was added since the last frame to `take` one by one, in order, right before the next frame is drawn. Between two
 * frames nobody sees anything, and a slow screen then computes the page once a frame, however much happens meanwhile.
 * Where no frames are drawn, as on a page that is hidden, it is handed over at once.
 */
export class ByFrame<T> {
	readonly #take: (one: T) => void;
	readonly #rush = new Rush();
	#waiting: T[] = [];
	#frame = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(take: (one: T) => void) {
		this.#take = take;
	}

	add(one: T): void {
		if (typeof requestAnimationFrame === 'undefined' || document.visibilityState === 'hidden') {
			this.flush();
			return this.#take(one);
		}
		this.#rush.add();
		if (this.#waiting.push(one) > 1) return;
		this.#frame = requestAnimationFrame(this.flush);
		this.#timer = setTimeout(this.flush, LONGEST_WAIT_MS);
	}

	/** Hands over now what waits. */
	readonly flush = (): void => {
		const all = this.drop();
		for (const one of all) this.#take(one);
	};

	/** Forgets what waits, and returns it. */
	drop(): T[] {
		const all = this.#waiting;
		if (all.length === 0) return all;
		this.#waiting = [];
		cancelAnimationFrame(this.#frame);
		clearTimeout(this.#timer);
		return all;
	}
}
