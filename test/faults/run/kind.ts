import type { Dice } from '../dice.ts';

/** A kind of fault: what is done to real processes, and what must be so afterwards. */
export interface Kind {
	/** for --only */
	name: string;
	/** for people */
	what: string;
	/** why it cannot be done on this machine; undefined: it can */
	missing(): string | undefined;
	/** Goes on until `run.isOver`. Throws if something is not as it must be. */
	run(run: KindRun): Promise<void>;
}

/** An acknowledged write is not there. */
export class LostWrites extends Error {
	readonly lost: readonly string[];

	constructor(lost: readonly string[], after: string) {
		super(`after ${after}: ${lost.join('; ')}`);
		this.lost = lost;
	}
}

/** One run of a kind: its share of the time, its randomness, and what was counted. */
export class KindRun {
	readonly dice: Dice;
	/** how often each fault was injected */
	readonly faults = new Map<string, number>();
	readonly counts = { acknowledged: 0, unanswered: 0, refused: 0, repeated: 0, compared: 0, claimed: 0, switched: 0 };
	readonly #ms: number;
	#end: number | undefined;

	constructor(dice: Dice, ms: number) {
		this.dice = dice;
		this.#ms = ms;
	}

	/** Its time counts from when it is asked first, with everything started: so each kind does something on any machine. */
	get isOver(): boolean {
		this.#end ??= performance.now() + this.#ms;
		return performance.now() >= this.#end;
	}

	/** A fault happens now. */
	inject(fault: string, times = 1): void {
		this.faults.set(fault, (this.faults.get(fault) ?? 0) + times);
	}
}
