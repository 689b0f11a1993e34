import { COMMANDS_IN_FLIGHT } from '../links/allowance.ts';

/**
 * The commands that were sent to one board and not yet answered. Their number has an end, hence that of the answers the
 * hub owes the board's allowance has one too, and no board is blamed for answers that were asked of it.
 */
export class InFlight {
	/** by id, oldest first: when its deadline is, monotonic */
	#deadlines = new Map<number, number>();

	/** Whether one more command must wait for an answer. A command past its deadline is answered no more. */
	isFull(now: number): boolean {
		if (this.#deadlines.size < COMMANDS_IN_FLIGHT) return false;
		for (const [id, deadline] of this.#deadlines) {
			if (deadline > now) break;
			this.#deadlines.delete(id);
		}
		return this.#deadlines.size >= COMMANDS_IN_FLIGHT;
	}

	sent(id: number, deadline: number): void {
		this.#deadlines.set(id, deadline);
	}

	/** A board takes its commands in their order: where it has answered one, it has seen all before it. */
	answered(id: number | null): void {
		if (id === null || !this.#deadlines.has(id)) return;
		for (const earlier of this.#deadlines.keys()) {
			this.#deadlines.delete(earlier);
			if (earlier === id) return;
		}
	}

	/** The link is another: what was sent on the one before is not answered any more. */
	clear(): void {
		this.#deadlines.clear();
	}
}
