import { inLaterTurn } from '../../../base/clock.ts';

/**
 * Calls what waits one after the other, one in each turn of the event loop: whatever else happened meanwhile goes in
 * between.
 */
export class OneATurn {
	#waiting: (() => void)[] = [];

	wait(act: () => void): void {
		if (this.#waiting.push(act) === 1) this.#inNextTurn();
	}

	#inNextTurn(): void {
		inLaterTurn(() => {
			const act = this.#waiting.shift();
			if (this.#waiting.length > 0) this.#inNextTurn();
			act?.();
		});
	}
}
