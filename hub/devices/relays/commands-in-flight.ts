import { COMMANDS_IN_FLIGHT } from '../links/allowance.ts';

/**
 * The commands that were sent to one board and not answered yet. Their number is limited, which also limits the
 * answers that do not count against the board's allowance.
 */
export class CommandsInFlight {
	/** by command id, oldest first: its deadline, monotonic */
	#deadlines = new Map<number, number>();

	/** Whether no more commands may be sent. Commands past their deadline do not count: they are not answered any more. */
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

	/** A board handles commands in order: when it has answered one, it has handled all before it. */
	answered(id: number | null): void {
		if (id === null || !this.#deadlines.has(id)) return;
		for (const earlier of this.#deadlines.keys()) {
			this.#deadlines.delete(earlier);
			if (earlier === id) return;
		}
	}

	/** The link is new: commands sent on the one before are not answered any more. */
	clear(): void {
		this.#deadlines.clear();
	}
}
