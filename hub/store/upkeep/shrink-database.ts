import type { MikroORM, SqlEntityManager } from '@mikro-orm/sqlite';

/** Free pages that stay in the file, 1 MB: what is deleted every hour is needed again, and need not be moved. */
export const KEPT_FREE_PAGES = 256;
/** Pages given back by one statement, 256 KB, so that others do not wait long for the database. */
const PAGES_A_STEP = 64;
/** Steps of one call, 1 GB at most; the next call goes on. */
const MAX_STEPS = 4_096;

/**
 * Makes the file smaller by the pages that a prune has freed, in steps of a transaction each. `pause` lets others have
 * the database between them. Returns the pages that were given back.
 */
export async function shrinkDatabase(orm: MikroORM, pause: () => Promise<void>): Promise<number> {
	const em = orm.em.fork() as SqlEntityManager;
	const free = async () => (await em.execute<{ freelist_count: number }[]>('PRAGMA freelist_count'))[0]!.freelist_count;
	const before = await free();
	let left = before;
	for (let step = 0; step < MAX_STEPS && left > KEPT_FREE_PAGES; step++) {
		await em.execute(`PRAGMA incremental_vacuum(${Math.min(PAGES_A_STEP, left - KEPT_FREE_PAGES)})`);
		const now = await free();
		if (now >= left) break; // a database that was too large to be made shrinkable, or one that fills faster
		left = now;
		await pause();
	}
	return before - left;
}
