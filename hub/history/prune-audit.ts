import type { EntityManager } from '@mikro-orm/sqlite';
import { type Timer, every } from '../base/clock.ts';
import type { Audit } from './audit.ts';
import { AuditRow } from './entities.ts';

const DAY_MS = 24 * 3_600_000;
const PRUNE_EVERY_MS = 3_600_000;
/** Entries deleted per statement, so that others do not wait long for the database. */
const BATCH = 500;
/** Entries that are kept, about 150 MB: beyond these the oldest are deleted, however young they are. */
export const MAX_ENTRIES = 1_000_000;

/** Deletes entries older than `historyDays`, and those beyond MAX_ENTRIES, once an hour for as long as the hub runs. */
export function keepPruned(audit: Audit, historyDays: () => number): Timer {
	const { clock, log } = audit.options;
	return every(
		clock,
		PRUNE_EVERY_MS,
		() =>
			void pruneAudit(audit, historyDays()).catch((error: unknown) =>
				log.error({ err: error }, 'audit log: old entries could not be deleted; retrying in an hour'),
			),
	);
}

/** Returns how many entries were deleted. */
export async function pruneAudit(audit: Audit, historyDays: number, most = MAX_ENTRIES): Promise<number> {
	const { orm, clock } = audit.options;
	const surplus = await oldestSurplus(orm.em.fork() as EntityManager, most);
	const before = Math.max(clock.now() - historyDays * DAY_MS, surplus === undefined ? 0 : surplus + 1);
	for (let dropped = 0; ;) {
		const { affectedRows } = await (orm.em.fork() as EntityManager).execute<{ affectedRows: number }>(
			`DELETE FROM audit_entry WHERE id IN (SELECT id FROM audit_entry WHERE at < ? ORDER BY at LIMIT ${BATCH})`,
			[before],
			'run',
		);
		dropped += affectedRows;
		if (affectedRows < BATCH) return dropped;
	}
}

/**
 * When the newest entry was made that is one too many; undefined if there are not so many. Entries of that very moment
 * go with it. SQLite counts in the index alone.
 */
async function oldestSurplus(em: EntityManager, most: number): Promise<number | undefined> {
	const [row] = await em.execute<{ at: number }[]>('SELECT at FROM audit_entry ORDER BY at DESC LIMIT 1 OFFSET ?', [
		most,
	]);
	return row?.at;
}

/** Deletes a device's entries, inside the transaction that deletes the device. */
export async function deleteAuditOf(em: EntityManager, deviceId: string): Promise<void> {
	await em.nativeDelete(AuditRow, { deviceId });
}
