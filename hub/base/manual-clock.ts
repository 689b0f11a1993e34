import type { Clock, Timer } from './clock.ts';

interface Due {
	at: number;
	call: () => void;
}

/** A clock moved by hand, for tests: `advance` moves wall and monotonic time and fires what falls due, in order. */
export class ManualClock implements Clock {
	#wall: number;
	#mono = 0;
	#due = new Set<Due>();

	constructor(wall = Date.UTC(2026, 0, 1)) {
		this.#wall = wall;
	}

	now(): number {
		return this.#wall;
	}

	mono(): number {
		return this.#mono;
	}

	after(ms: number, call: () => void): Timer {
		const due = { at: this.#mono + ms, call };
		this.#due.add(due);
		return { cancel: () => void this.#due.delete(due) };
	}

	afterSockets(call: () => void): Timer {
		return this.after(0, call);
	}

	/** Simulates a process that does not run for `ms`: timers that fall due meanwhile fire at the end. */
	stall(ms: number): void {
		this.#moveTo(this.#mono + ms);
		this.advance(0);
	}

	/** Steps the wall clock alone, as NTP does. */
	stepWall(ms: number): void {
		this.#wall += ms;
	}

	advance(ms: number): void {
		const end = this.#mono + ms;
		for (;;) {
			const next = this.#earliest();
			if (!next || next.at > end) break;
			this.#due.delete(next);
			this.#moveTo(Math.max(next.at, this.#mono));
			next.call();
		}
		this.#moveTo(end);
	}

	#earliest(): Due | undefined {
		let first: Due | undefined;
		for (const due of this.#due) if (!first || due.at < first.at) first = due;
		return first;
	}

	#moveTo(mono: number): void {
		this.#wall += mono - this.#mono;
		this.#mono = mono;
	}
}
