import type { Clock } from '../base/clock.ts';
import type { BoardMessage } from '../link/board-message.ts';

export type Said = NonNullable<BoardMessage['case']> | 'nothing known' | 'ping' | 'connection' | 'poll';

/** The limits count in spells of this. */
const SPELL_MS = 10_000;
/**
 * How often a board may say each in a spell: several times what the busiest one does, which beats every 100 ms, has eight
 * relays and inputs, twelve quantities, and tells all of them whenever it connects or is configured.
 */
const MOST: Record<Said, number> = {
	beat: 400,
	relayState: 400,
	inputState: 400,
	sensorReading: 240,
	log: 100,
	configApplied: 40,
	otaProgress: 400,
	provisioned: 20,
	goodbye: 20,
	'nothing known': 100,
	ping: 60,
	connection: 60,
	poll: 100,
};
const KINDS = Object.keys(MOST) as Said[];
const INDEX = Object.fromEntries(KINDS.map((kind, index) => [kind, index])) as Record<Said, number>;
const LIMITS = Int32Array.from(KINDS, (kind) => MOST[kind]);
/** A board that goes on after so much was dropped loses its link. */
export const DROPPED_MAX = 1_000;
/** Answers that are owed for what was asked are no excess; of a board that does not answer, no more than these are kept. */
const OWED_MAX = 1_000;

/** `first`: the first of the excess, which is worth telling. `stop`: it goes on and on. */
export type Verdict = 'taken' | 'first' | 'dropped' | 'stop';

/** How much one board may say. It outlives a link, so that a new one is no new allowance. */
export class Allowance {
	dropped = 0;
	#counts = new Int32Array(KINDS.length);
	#since = -Infinity;
	#droppedAt = -Infinity;

	/** The clock is asked only where a limit is reached: this is done for every frame. */
	take(kind: Said, clock: Clock): Verdict {
		const index = INDEX[kind];
		return ++this.#counts[index]! <= LIMITS[index]! ? 'taken' : this.#over(index, clock.mono());
	}

	/** The board was asked for so many answers of this kind. */
	owe(kind: Said, answers: number): void {
		const index = INDEX[kind];
		this.#counts[index] = Math.max(this.#counts[index]! - answers, -OWED_MAX);
	}

	#over(index: number, now: number): Verdict {
		if (now - this.#since >= SPELL_MS) {
			this.#since = now;
			this.#counts.fill(0);
			this.#counts[index] = 1;
			if (now - this.#droppedAt >= SPELL_MS) this.dropped = 0;
			return 'taken';
		}
		this.#droppedAt = now;
		this.dropped++;
		if (this.dropped > DROPPED_MAX) return 'stop';
		return this.dropped === 1 ? 'first' : 'dropped';
	}
}
