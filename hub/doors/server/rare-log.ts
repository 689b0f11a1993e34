import type { Clock, Timer } from '../../base/clock.ts';
import { networkOf } from '../../accounts/limits/network-of.ts';
import { safeError } from './safe-error.ts';

type Level = 'info' | 'warn' | 'error';

/** What a door needs of a log. */
export type DoorLog = Record<Level, (fields: object, words: string) => void>;

export interface RareLimits {
	/** from the first line until the repeated ones are told as one */
	windowMs: number;
	/** different lines in a window; what is beyond them is only counted */
	lines: number;
}

export const RARE_LIMITS: RareLimits = { windowMs: 60_000, lines: 256 };

interface Told {
	level: Level;
	fields: object;
	words: string;
	more: number;
}

/**
 * The log of the doors, where anybody can cause a line as often as they ask: the same words for one network are written
 * once in a window, and once more with their number when it ends.
 */
export class RareLog implements DoorLog {
	#clock: Clock;
	#log: DoorLog;
	#limits: RareLimits;
	#told = new Map<string, Told>();
	#untold = 0;
	#window: Timer | undefined;

	constructor(clock: Clock, log: DoorLog, limits = RARE_LIMITS) {
		this.#clock = clock;
		this.#log = log;
		this.#limits = limits;
	}

	info(fields: object, words: string): void {
		this.#write('info', fields, words);
	}

	warn(fields: object, words: string): void {
		this.#write('warn', fields, words);
	}

	error(fields: object, words: string): void {
		this.#write('error', fields, words);
	}

	/** Writes what is still to be told. */
	flush(): void {
		this.#window?.cancel();
		this.#window = undefined;
		for (const { level, fields, words, more } of this.#told.values())
			if (more > 0) this.#log[level]({ ...fields, more }, words);
		if (this.#untold > 0) this.#log.warn({ more: this.#untold }, 'too many different lines: these were not written');
		this.#told.clear();
		this.#untold = 0;
	}

	#write(level: Level, fields: object, words: string): void {
		const key = keyOf(level, fields, words);
		const told = this.#told.get(key);
		if (told) return void told.more++;
		if (this.#told.size >= this.#limits.lines) return void this.#untold++;
		this.#window ??= this.#clock.after(this.#limits.windowMs, () => this.flush());
		this.#told.set(key, { level, fields, words, more: 0 });
		this.#log[level](fields, words);
	}
}

function keyOf(level: Level, fields: { address?: unknown; err?: unknown }, words: string): string {
	const network = typeof fields.address === 'string' ? networkOf(fields.address) : '';
	const error = fields.err === undefined ? '' : safeError(fields.err).message;
	return [level, network, words, error].join('\n');
}
