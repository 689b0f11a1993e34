import { LIMITS } from '../../../protocol/dashboard/limits.ts';
import type { FromHub } from '../../../protocol/device_pb.ts';
import type { Clock } from '../../base/clock.ts';
import type { BoardMessage } from '../../link/board-message.ts';

type ToBoard = NonNullable<FromHub['message']['case']>;
export type Said = NonNullable<BoardMessage['case']> | 'nothing known' | 'ping' | 'poll';

/**
 * The limits hold for any period of WINDOW_MS. Messages are counted in steps, and the current step is counted in
 * addition to a whole window: a window that is reset would let twice the limit pass around each reset.
 */
const STEP_MS = 1_000;
const WINDOW_MS = 10_000;
const STEPS = WINDOW_MS / STEP_MS + 1;
/**
 * Messages of each kind that a board may send in a window: several times what the busiest board sends, which beats
 * every 100 ms and reports 16 relays, 16 inputs and 24 quantities when it connects or is configured.
 */
const MOST: Record<Said, number> = {
	beat: 400,
	relayState: 400,
	inputState: 400,
	sensorReading: 480,
	foundSensor: 240,
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
const MOST_OF = Int32Array.from(KINDS, (kind) => MOST[kind]);
/** A board of which more messages than this were dropped loses its link. */
export const DROPPED_MAX = 1_000;

/** Unanswered commands to one board: far more than people cause, and no more than its send buffer holds. */
export const COMMANDS_IN_FLIGHT = 1_000;
const ANSWERS_TO_ONE = 4;
/**
 * Answers to the hub's messages do not count against the limits. At most this many are owed: a board that answers
 * with fewer messages than it may cannot save up more.
 */
const OWED_MAX = COMMANDS_IN_FLIGHT * ANSWERS_TO_ONE;
/** No answer takes longer. What is owed is forgotten after twice this time at the latest. */
const ANSWERED_MS = LIMITS.deadTimeMs + LIMITS.answerS.link * 1_000;

/**
 * How many messages may answer one of the hub's. A relay reports its whole interlock group, and again after a dead time.
 * A configured board reports all that it has: were its answer dropped, its configuration would be on its way for ever.
 */
export const ANSWERS: Partial<Record<ToBoard, readonly [Said, number][]>> = {
	setRelay: [['relayState', ANSWERS_TO_ONE]],
	configure: [
		['configApplied', 1],
		['relayState', LIMITS.relays],
		['inputState', LIMITS.inputs],
	],
	provision: [['provisioned', 1]],
};

/** `first`: the first message over the limit, which is logged. `stop`: the board goes on; its link is to be closed. */
export type Verdict = 'taken' | 'first' | 'dropped' | 'stop';

/** How much one board may send. It belongs to the device and not to a link, so that reconnecting does not reset it. */
export class Allowance {
	dropped = 0;
	/** taken in each step, a row of kinds each; the rows are used in turn */
	#taken = new Int16Array(STEPS * KINDS.length);
	/** the sums of these rows */
	#sums = new Int16Array(KINDS.length);
	#owed = new Int16Array(KINDS.length);
	/** what is owed from before `#owedSince` */
	#owedBefore = new Int16Array(KINDS.length);
	#owedSince = 0;
	#step = 0;
	#droppedAt = -Infinity;
	/** a configuration was sent on this link */
	#isConfigured = false;

	take(kind: Said, clock: Clock): Verdict {
		const index = INDEX[kind];
		const now = clock.mono();
		this.#forgetOwed(now);
		const owed = this.#owedBefore[index]! > 0 ? this.#owedBefore : this.#owed;
		if (owed[index]! > 0) {
			owed[index]!--;
			return 'taken';
		}
		this.#moveTo(Math.floor(now / STEP_MS));
		if (this.#sums[index]! >= MOST_OF[index]!) return this.#drop(now);
		this.#sums[index]!++;
		this.#taken[rowOf(this.#step) + index]!++;
		return 'taken';
	}

	/** The hub has sent something that the board answers with this many messages of this kind. */
	owe(kind: Said, answers: number): void {
		const index = INDEX[kind];
		this.#owed[index] = Math.min(this.#owed[index]! + answers, OWED_MAX - this.#owedBefore[index]!);
	}

	/** The link is new: what was sent on the one before is not answered any more. */
	beginLink(): void {
		this.#owed.fill(0);
		this.#owedBefore.fill(0);
		this.#isConfigured = false;
	}

	/**
	 * The hub has sent such a message. The first configuration of a link may be sent because the board has connected, so
	 * its answers count: a board that connects again and again would be heard more often.
	 */
	expectAnswers(message: FromHub['message']): void {
		const kind = answeredAs(message);
		if (kind === undefined) return;
		const isFirst = kind === 'configure' && !this.#isConfigured;
		if (isFirst) this.#isConfigured = true;
		else for (const owed of ANSWERS[kind] ?? []) this.owe(...owed);
	}

	/** One part at a time: something may have been owed a moment ago, after a long silence of the board. */
	#forgetOwed(now: number): void {
		if (now - this.#owedSince < ANSWERED_MS) return;
		this.#owedSince = now;
		[this.#owed, this.#owedBefore] = [this.#owedBefore.fill(0), this.#owed];
	}

	/** Clears the steps that have left the window. */
	#moveTo(step: number): void {
		const passed = Math.min(step - this.#step, STEPS);
		this.#step = step;
		for (let ago = 0; ago < passed; ago++) {
			const row = rowOf(step - ago);
			for (let index = 0; index < KINDS.length; index++) {
				this.#sums[index]! -= this.#taken[row + index]!;
				this.#taken[row + index] = 0;
			}
		}
	}

	#drop(now: number): Verdict {
		if (now - this.#droppedAt >= WINDOW_MS) this.dropped = 0;
		this.#droppedAt = now;
		this.dropped++;
		if (this.dropped > DROPPED_MAX) return 'stop';
		return this.dropped === 1 ? 'first' : 'dropped';
	}
}

/** A configuration that comes in parts is answered once, when the last part is there. */
function answeredAs(message: FromHub['message']): ToBoard | undefined {
	if (message.case !== 'configurePart') return message.case;
	return message.value.offset === 0 ? 'configure' : undefined;
}

/** Where the row of a step begins. */
function rowOf(step: number): number {
	return ((step + STEPS) % STEPS) * KINDS.length;
}
