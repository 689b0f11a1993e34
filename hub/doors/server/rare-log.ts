import type { Clock, Timer } from '../../base/clock.ts';
import { networkOf } from '../../accounts/limits/network-of.ts';
import { safeError } from './safe-error.ts';

type Level = 'info' | 'warn' | 'error';

/** What a door needs of a log. */
export type DoorLog = Record<Level, (fields: object, words: string) => void>;

export interface RareLimits {
	/** from the first line until its repetitions are logged as one */
	windowMs: number;
	/** different lines per window; others are only counted */
	lines: number;
}

export const RARE_LIMITS: RareLimits = { windowMs: 60_000, lines: 256 };

interface Line {
	level: Level;
	fields: object;
	words: string;
	more: number;
}

/**
 * The log of the doors, where anybody can cause a line with every request. The same words for one network are written
 * once per window, and once more with the number of repetitions when it ends.
 */
export class RareLog implements DoorLog {
	#clock: Clock;
	#log: DoorLog;
	#limits: RareLimits;
	#written = new Map<string, Line>();
	#unwritten = 0;
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

	/** Writes the repetitions counted so far. */
	flush(): void {
		this.#window?.cancel();
		this.#window = undefined;
		for (const { level, fields, words, more } of this.#written.values())
			if (more > 0) this.#log[level]({ ...fields, more }, words);
		if (this.#unwritten > 0)
			this.#log.warn({ more: this.#unwritten }, 'too many different lines: these were not written');
		this.#written.clear();
		this.#unwritten = 0;
	}

	#write(level: Level, fields: object, words: string): void {
		const key = keyOf(level, fields, words);
		const line = this.#written.get(key);
		if (line) return void line.more++;
		if (this.#written.size >= this.#limits.lines) return void this.#unwritten++;
		this.#window ??= this.#clock.after(this.#limits.windowMs, () => this.flush());
		this.#written.set(key, { level, fields, words, more: 0 });
		this.#log[level](fields, words);
	}
}

function keyOf(level: Level, fields: { address?: unknown; err?: unknown }, words: string): string {
	const network = typeof fields.address === 'string' ? networkOf(fields.address) : '';
	const error = fields.err === undefined ? '' : safeError(fields.err).message;
	return [level, network, words, error].join('\n');
}
