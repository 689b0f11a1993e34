import type { EntityManager } from '@mikro-orm/sqlite';
import type { AuditEntry, AuditPage, AuditQuery } from '../../protocol/dashboard/history.ts';
import type { Audit } from './audit.ts';

/** Which entries to find; all given conditions must hold. */
export type AuditFilter = Pick<AuditQuery, 'device' | 'person' | 'kind' | 'from' | 'to'>;

type Row = Omit<AuditEntry, 'details'> & { details: string | null };

/** A filter as SQL; prepared once and used for all pages. */
export interface Prepared {
	sql: string;
	values: readonly (string | number)[];
}

/** A page of entries, newest first, those not yet written included. */
export async function findPage(audit: Audit, query: AuditQuery): Promise<AuditPage> {
	await audit.flush();
	const { limit, before } = query;
	const found = await findEntries(audit, await prepare(audit, query), before, limit + 1);
	const entries = found.slice(0, limit);
	return { entries, next: found.length > limit ? entries.at(-1)!.id : null };
}

/** At most `limit` entries with an id below `before`, newest first. */
export async function findEntries(
	audit: Audit,
	{ sql, values }: Prepared,
	before: number | undefined,
	limit: number,
): Promise<AuditEntry[]> {
	const rows = await (audit.options.orm.em.fork() as EntityManager).execute<Row[]>(
		`SELECT id, at, kind, what, device_id AS device, device_name AS deviceName, relay, relay_name AS relayName, person,
			cause, details
		FROM audit_entry WHERE id < ? ${sql} ORDER BY id DESC LIMIT ?`,
		[before ?? Number.MAX_SAFE_INTEGER, ...values, limit],
	);
	return rows.map((row) => ({
		...row,
		details: row.details === null ? {} : (JSON.parse(row.details) as AuditEntry['details']),
	}));
}

/**
 * Entries are read in the order of their ids, by one index: that of the device, else of the person, else of the kind.
 * The query planner has no statistics and might choose a worse one; a + before a column excludes its index.
 */
export async function prepare(audit: Audit, { device, person, kind, from, to }: AuditFilter): Promise<Prepared> {
	const equal = Object.entries({ device_id: device, person, kind }).filter(([, value]) => value !== undefined);
	const sql = equal.map(([column], index) => `AND ${index > 0 ? '+' : ''}${column} = ?`);
	const values: (string | number)[] = equal.map(([, value]) => value!);
	if (from !== undefined || to !== undefined) {
		const range = [from ?? 0, to ?? Number.MAX_SAFE_INTEGER];
		// Ids rise with time except when the clock was set back, so the range of ids is looked up.
		const [ids] = await (audit.options.orm.em.fork() as EntityManager).execute<
			{ first: number | null; last: number | null }[]
		>('SELECT min(id) AS first, max(id) AS last FROM audit_entry WHERE at BETWEEN ? AND ?', range);
		sql.push('AND id BETWEEN ? AND ? AND +at BETWEEN ? AND ?');
		values.push(ids?.first ?? 0, ids?.last ?? 0, ...range);
	}
	return { sql: sql.join(' '), values };
}
