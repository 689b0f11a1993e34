import type { MikroORM } from '@mikro-orm/sqlite';
import type { Logger } from 'pino';
import { EMPTY_HOME } from '../../../protocol/dashboard/empty-home.ts';
import { HomeLayout } from '../../../protocol/dashboard/home.ts';
import type { Clock } from '../../base/clock.ts';
import { HourlyLimit } from '../../base/hourly-limit.ts';
import { KeyedMutex } from '../../base/keyed-mutex.ts';
import { StoredHome } from './entity.ts';

/** More than anybody moves by hand in an hour. Each is written to the SD card and told to every open dashboard. */
const CHANGES_AN_HOUR = 240;

/**
 * How people have arranged their Home. All are in memory, because a dashboard that follows is answered in the same turn,
 * without a query. Each is smaller than the largest body of a request, and there are at most `LIMITS.people`.
 */
export class HomeLayouts {
	readonly #layouts = new Map<string, HomeLayout>();
	readonly #turns = new KeyedMutex();
	readonly #changes: HourlyLimit;

	constructor(clock: Clock) {
		this.#changes = new HourlyLimit(clock, CHANGES_AN_HOUR);
	}

	/** Loads what is stored. What cannot be read is left in the database until its person arranges their Home anew. */
	async load({ orm, log }: { orm: MikroORM; log: Pick<Logger, 'error'> }): Promise<void> {
		for (const { userId, layout: stored } of await orm.em.fork().find(StoredHome, {})) {
			const layout = readLayout(stored);
			if (layout) this.#layouts.set(userId, layout);
			else log.error({ person: userId }, 'how a person has arranged their Home cannot be read; it is shown unarranged');
		}
	}

	/** The same object until this person arranges their Home anew. */
	of(userId: string): HomeLayout {
		return this.#layouts.get(userId) ?? EMPTY_HOME;
	}

	/** What is kept in memory must be what was written last: changes of one person's layout come one after another. */
	inTurn<T>(userId: string, change: () => Promise<T>): Promise<T> {
		return this.#turns.run(userId, change);
	}

	mayChange(userId: string): boolean {
		return this.#changes.take(userId);
	}

	/** It is in the database now. */
	keep(userId: string, layout: HomeLayout): void {
		this.#layouts.set(userId, layout);
	}

	/** The person is gone, and with them what is stored. */
	forget(userId: string): Promise<void> {
		return this.inTurn(userId, async () => void this.#layouts.delete(userId));
	}
}

function readLayout(stored: string): HomeLayout | undefined {
	try {
		return HomeLayout.safeParse(JSON.parse(stored)).data;
	} catch {
		return undefined;
	}
}
