import type { MikroORM, SqlEntityManager } from '@mikro-orm/sqlite';
import type { Logger } from 'pino';
import { measureStorage } from './measure-storage.ts';

/** Larger ones would hold up the start for too long: they keep their free pages for what is written later. */
export const MAX_REWRITTEN_BYTES = 256 * 1_048_576;
/** A rewrite needs room for a copy, and for that copy in the write-ahead log. */
const COPIES = 2;

/**
 * A database made by an older version cannot give its free pages back. It is rewritten once, so that it can. What goes
 * wrong changes nothing, and is tried again at the next start.
 */
export async function makeShrinkable(
	orm: MikroORM,
	file: string,
	log: Pick<Logger, 'info' | 'warn'>,
	maxBytes = MAX_REWRITTEN_BYTES,
): Promise<void> {
	const em = orm.em.fork() as SqlEntityManager;
	const [mode] = await em.execute<{ auto_vacuum: number }[]>('PRAGMA auto_vacuum');
	if (mode!.auto_vacuum !== 0) return;
	const { databaseBytes: bytes, freeBytes } = await measureStorage(file);
	if (bytes > maxBytes || (freeBytes !== null && freeBytes < COPIES * bytes))
		return log.info({ bytes, freeBytes }, 'the database is too large to be rewritten; it does not shrink');
	const began = performance.now();
	try {
		await em.execute('PRAGMA auto_vacuum = INCREMENTAL'); // takes effect with the rewrite
		await em.execute('VACUUM');
		log.info({ bytes, ms: Math.round(performance.now() - began) }, 'the database was rewritten, so that it can shrink');
	} catch (error) {
		log.warn({ err: error, bytes }, 'the database could not be rewritten; retrying at the next start');
	}
}
