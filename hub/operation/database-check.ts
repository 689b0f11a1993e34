import type { MikroORM } from '@mikro-orm/sqlite';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Clock } from '../base/clock.ts';
import { readStored, writeStored } from '../settings/stored-value.ts';
import { inspectDatabase } from '../store/inspect-database.ts';

/** Every page is read again after this time: an SD card may lose what was written well. */
export const CHECK_EVERY_MS = 7 * 24 * 3_600_000;

const KEY = 'database-check';
const Outcome = z.object({ at: z.number().int().min(0), ok: z.boolean() });
export type CheckOutcome = z.infer<typeof Outcome>;

export interface DatabaseCheckOptions {
	orm: MikroORM;
	clock: Clock;
	log: Logger;
	/** the database */
	file: string;
}

/** Reads every page of the database now and then, and remembers how that ended. */
export class DatabaseCheck {
	/** undefined before the first one */
	last: CheckOutcome | undefined;
	#options: DatabaseCheckOptions;
	#running = false;

	constructor(options: DatabaseCheckOptions) {
		this.#options = options;
	}

	async load(): Promise<void> {
		this.last = Outcome.safeParse(await readStored(this.#options.orm, KEY)).data;
	}

	/** It is due if the last one is long ago, found damage, or was noted by a clock that was ahead. */
	async runIfDue(): Promise<void> {
		const now = this.#options.clock.now();
		const { last } = this;
		const isFresh = last?.ok && last.at <= now && now - last.at < CHECK_EVERY_MS;
		if (!isFresh) await this.run();
	}

	/** On a connection of its own, in a thread of SQLite's: others go on meanwhile. */
	async run(): Promise<void> {
		if (this.#running) return;
		this.#running = true;
		try {
			const { file, log } = this.#options;
			const began = performance.now();
			const inspected = await inspectDatabase(file, { whole: true, count: [] });
			if (!inspected.ok && inspected.error.kind !== 'not-a-database')
				return log.warn({ reason: inspected.error.message }, 'the database could not be checked; retrying in an hour');
			if (inspected.ok) log.info({ ms: Math.round(performance.now() - began) }, 'the database is undamaged');
			else log.error({ file }, 'THE DATABASE IS DAMAGED: restore a backup, and replace its disk; retrying in an hour');
			await this.note(inspected.ok);
		} finally {
			this.#running = false;
		}
	}

	/** A check has ended now, here or at the start. It is no worse if that cannot be stored. */
	async note(ok: boolean): Promise<void> {
		const { orm, clock, log } = this.#options;
		this.last = { at: clock.now(), ok };
		await writeStored(orm, KEY, this.last).catch((error: unknown) =>
			log.error({ err: error }, 'how the check of the database ended could not be saved'),
		);
	}
}
