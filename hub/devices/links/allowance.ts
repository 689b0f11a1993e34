import type { FromHub } from '../../../protocol/device_pb.ts';
import type { Clock } from '../../base/clock.ts';
import type { BoardMessage } from '../../link/board-message.ts';

export type Said = NonNullable<BoardMessage['case']> | 'nothing known' | 'ping' | 'poll';

/** The limits hold for a window of this length. */
const WINDOW_MS = 10_000;
/**
 * Messages of each kind that a board may send in a window. That is several times what the busiest board sends: it beats
 * every 100 ms, has eight relays, eight inputs and twelve quantities, and reports them all when it connects or is configured.
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
	poll: 100,
};
const KINDS = Object.keys(MOST) as Said[];
const INDEX = Object.fromEntries(KINDS.map((kind, index) => [kind, index])) as Record<Said, number>;
const LIMITS = Int32Array.from(KINDS, (kind) => MOST[kind]);
/** A board of which more messages than this were dropped loses its link. */
export const DROPPED_MAX = 1_000;

/** Commands to one board that it has not answered: far more than hands make, and no more than may wait to be sent to it. */
export const COMMANDS_IN_FLIGHT = 1_000;
const ANSWERS_TO_ONE = 4;
/**
 * Answers to what the hub asked are no excess. They are never more than this; a board that answers with fewer messages
 * saves up no more than this either.
 */
const OWED_MAX = COMMANDS_IN_FLIGHT * ANSWERS_TO_ONE;

/** How many messages answer one of the hub: a relay also reports its interlock group, and reports again after a dead time. */
export const ANSWERS: Partial<Record<NonNullable<FromHub['message']['case']>, [Said, number]>> = {
	setRelay: ['relayState', ANSWERS_TO_ONE],
};

/** `first`: the first message of the excess, which is logged. `stop`: the board does not stop; its link is to be closed. */
export type Verdict = 'taken' | 'first' | 'dropped' | 'stop';

/** How much one board may send. It belongs to the device and not to a link: to reconnect does not reset it. */
export class Allowance {
	dropped = 0;
	#counts = new Int32Array(KINDS.length);
	#since = -Infinity;
	#droppedAt = -Infinity;

	/** Called for every frame, so the clock is read only when a limit is reached. */
	take(kind: Said, clock: Clock): Verdict {
		const index = INDEX[kind];
		return ++this.#counts[index]! <= LIMITS[index]! ? 'taken' : this.#over(index, clock.mono());
	}

	/** The hub has sent something that the board answers with this many messages of this kind. */
	owe(kind: Said, answers: number): void {
		const index = INDEX[kind];
		this.#counts[index] = Math.max(this.#counts[index]! - answers, -OWED_MAX);
	}

	#over(index: number, now: number): Verdict {
		if (now - this.#since >= WINDOW_MS) {
			this.#since = now;
			// A new window forgets what was said, and never what is owed.
			this.#counts.forEach((count, kind) => (this.#counts[kind] = Math.min(count, 0)));
			this.#counts[index] = 1;
			if (now - this.#droppedAt >= WINDOW_MS) this.dropped = 0;
			return 'taken';
		}
		this.#droppedAt = now;
		this.dropped++;
		if (this.dropped > DROPPED_MAX) return 'stop';
		return this.dropped === 1 ? 'first' : 'dropped';
	}
}
