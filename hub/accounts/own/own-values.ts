import type { z } from 'zod';
import type { Clock } from '../../base/clock.ts';
import { HourlyLimit } from '../../base/hourly-limit.ts';
import { KeyedMutex } from '../../base/keyed-mutex.ts';

/**
 * What each person has chosen for their own dashboards, by their id. All of it is in memory, because a dashboard that
 * follows is answered in the same turn, without a query. There are at most `LIMITS.people`.
 */
export class OwnValues<T extends object> {
	readonly #schema: z.ZodType<T>;
	readonly #none: T;
	readonly #values = new Map<string, T>();
	readonly #turns = new KeyedMutex();
	readonly #changes: HourlyLimit;

	/** `none`: of everybody who has chosen nothing */
	constructor({
		clock,
		changesAnHour,
		schema,
		none,
	}: {
		clock: Clock;
		changesAnHour: number;
		schema: z.ZodType<T>;
		none: T;
	}) {
		this.#schema = schema;
		this.#none = none;
		this.#changes = new HourlyLimit(clock, changesAnHour);
	}

	/** Takes what is stored. False for JSON that cannot be read, which is left until its person chooses anew. */
	take(userId: string, stored: string): boolean {
		const value = this.#read(stored);
		if (value !== undefined) this.#values.set(userId, value);
		return value !== undefined;
	}

	/** The same object until this person chooses anew. */
	of(userId: string): T {
		return this.#values.get(userId) ?? this.#none;
	}

	/** What is kept in memory must be what was written last: changes of one person come one after another. */
	inTurn<R>(userId: string, change: () => Promise<R>): Promise<R> {
		return this.#turns.run(userId, change);
	}

	mayChange(userId: string): boolean {
		return this.#changes.take(userId);
	}

	/** It is in the database now. */
	keep(userId: string, value: T): void {
		this.#values.set(userId, value);
	}

	/** The person is gone, and with them what is stored. */
	forget(userId: string): Promise<void> {
		return this.inTurn(userId, async () => void this.#values.delete(userId));
	}

	#read(stored: string): T | undefined {
		try {
			return this.#schema.safeParse(JSON.parse(stored)).data;
		} catch {
			return undefined;
		}
	}
}
