import type { Clock } from '../../base/clock.ts';
import { evictLeast } from '../../base/evict-least.ts';
import { type Result, err, ok } from '../../base/result.ts';

export interface Limits {
	/** failures of one key within `windowMs` that ban it; tries under way count as failures until they end */
	failures: number;
	windowMs: number;
	firstBanMs: number;
	/** every further ban of a key is twice as long, up to this */
	longestBanMs: number;
	/** keys remembered; those with the fewest failures are forgotten first, banned ones last */
	keys: number;
}

/** Nobody mistypes twenty times in ten minutes. */
export const LIMITS: Limits = {
	failures: 20,
	windowMs: 10 * 60_000,
	firstBanMs: 15 * 60_000,
	longestBanMs: 24 * 3_600_000,
	keys: 2_048,
};

export interface Wait {
	retryAfterS: number;
}

export interface Try {
	/** Ends the try, once; a second call does nothing. `neither`: the outcome says nothing about the secret. */
	end(how: 'failed' | 'succeeded' | 'neither'): void;
}

/** A key that is locked out now. Times are monotonic. */
export interface Ban {
	key: string;
	/** what was guessed at, each once */
	secrets: readonly string[];
	/** of strangers who are counted by where they come from */
	from?: 'home' | 'away';
	/** the failures that led to it */
	failures: number;
	/** when the first of them was */
	since: number;
	until: number;
	/** how often this key was banned, with this ban */
	times: number;
}

/** A limiter whose lock-outs can be seen and lifted. */
export interface Locking {
	/** whom it locks out now */
	locked(): Ban[];
	/** false: it does not lock this key out */
	lift(key: string): boolean;
	/** called when it begins to lock somebody out */
	onLocked: (ban: Ban) => void;
}

interface Entry {
	/** monotonic times, oldest first, and which secret was guessed */
	failures: { at: number; secret: string }[];
	underWay: number;
	bans: number;
	/** the last one, which may be over */
	ban: Omit<Ban, 'key'> | undefined;
}

/** Failures by key: too many and it is banned, every further ban twice as long. Durations are monotonic. */
export class FailureCounter implements Locking {
	onLocked: Locking['onLocked'] = () => undefined;
	#clock: Clock;
	#limits: Limits;
	#entries = new Map<string, Entry>();

	constructor(clock: Clock, limits: Partial<Limits> = {}) {
		this.#clock = clock;
		this.#limits = { ...LIMITS, ...limits };
	}

	/** Whether this key is free of a ban. */
	check(key: string): Result<void, Wait> {
		const left = (this.#entries.get(key)?.ban?.until ?? 0) - this.#clock.mono();
		return left > 0 ? err({ retryAfterS: Math.ceil(left / 1_000) }) : ok();
	}

	/** How often it failed within the window. */
	failuresOf(key: string): number {
		const entry = this.#entries.get(key);
		return entry ? this.#recent(entry).length : 0;
	}

	/**
	 * Begins a guess at a secret. It counts as failed until it ends, so that sending many guesses at once does not
	 * get around the limit. A key that reaches the limit through guesses still under way is told to retry after a
	 * second.
	 */
	begin(key: string, secret = ''): Result<Try, Wait> {
		const free = this.check(key);
		if (!free.ok) return free;
		const entry = this.#entry(key);
		entry.failures = this.#recent(entry);
		if (entry.failures.length + entry.underWay >= this.#limits.failures) return err({ retryAfterS: 1 });
		entry.underWay++;
		let open = true;
		return ok({
			end: (how) => {
				if (!open) return;
				open = false;
				entry.underWay--;
				if (how === 'failed') this.fail(key, secret);
				else if (how === 'succeeded') this.#forget(entry, secret);
			},
		});
	}

	fail(key: string, secret = ''): void {
		const now = this.#clock.mono();
		const { failures, firstBanMs, longestBanMs } = this.#limits;
		const entry = this.#entry(key);
		entry.failures = [...this.#recent(entry), { at: now, secret }];
		if (entry.failures.length < failures) return;
		const until = now + Math.min(longestBanMs, firstBanMs * 2 ** entry.bans++);
		entry.ban = {
			secrets: [...new Set(entry.failures.map(({ secret }) => secret))],
			failures: entry.failures.length,
			since: entry.failures[0]!.at,
			until,
			times: entry.bans,
		};
		entry.failures = [];
		this.onLocked({ key, ...entry.ban });
	}

	locked(): Ban[] {
		const now = this.#clock.mono();
		return [...this.#entries].flatMap(([key, { ban }]) => (ban && ban.until > now ? [{ key, ...ban }] : []));
	}

	/** Past bans are forgotten too: the next one is not longer for them. */
	lift(key: string): boolean {
		if (this.check(key).ok) return false;
		Object.assign(this.#entries.get(key)!, { failures: [], bans: 0, ban: undefined });
		return true;
	}

	/**
	 * The right secret was given, so earlier failures at it were typing errors. Failures at other secrets stay:
	 * otherwise somebody who knows one password could sign in to reset the count of guesses at others. Bans stay too.
	 */
	#forget(entry: Entry, secret: string): void {
		entry.failures = entry.failures.filter((failure) => failure.secret !== secret);
	}

	#recent({ failures }: Entry): Entry['failures'] {
		const now = this.#clock.mono();
		return failures.filter(({ at }) => now - at < this.#limits.windowMs);
	}

	/** The key's entry, created or moved to the end: among equals, the least recently used is evicted first. */
	#entry(key: string): Entry {
		const entry = this.#entries.get(key) ?? { failures: [], underWay: 0, bans: 0, ban: undefined };
		this.#entries.delete(key);
		evictLeast(this.#entries, this.#limits.keys - 1, (entry) => this.#harm(entry));
		this.#entries.set(key, entry);
		return entry;
	}

	/** A ban outweighs everything, and past bans outweigh failures: they decide how long the next one is. */
	#harm(entry: Entry): number {
		const { failures, windowMs } = this.#limits;
		const left = (entry.ban?.until ?? 0) - this.#clock.mono();
		const weight = entry.bans * failures + this.#recent(entry).length + entry.underWay;
		return left > 0 ? Number.MAX_SAFE_INTEGER / 2 + left / windowMs : weight;
	}
}
