import type { MikroORM } from '@mikro-orm/sqlite';
import type { AuditEntry } from '../../protocol/dashboard/history.ts';
import { Device } from '../devices/entities.ts';
import { AuditRow } from './entities.ts';

/**
 * Writes entries in one transaction. Those of a device that was deleted meanwhile are dropped. An existing entry is
 * left as it is: a commit that reported an error may have reached the disk all the same.
 */
export async function writeEntries(orm: MikroORM, entries: readonly AuditEntry[]): Promise<void> {
	await orm.em.fork().transactional(async (em) => {
		const ids = [...new Set(entries.flatMap(({ device }) => device ?? []))];
		const known = await em.find(Device, { id: ids }, { fields: ['id'] });
		const present = new Set<string | null>([null, ...known.map(({ id }) => id)]);
		const rows = entries.filter(({ device }) => present.has(device)).map(toRow);
		if (rows.length > 0) await em.createQueryBuilder(AuditRow).insert(rows).onConflict().ignore().execute();
	});
}

/** 0 if there is no entry. */
export async function lastEntryId(orm: MikroORM): Promise<number> {
	const [last] = await orm.em.fork().find(AuditRow, {}, { orderBy: { id: 'desc' }, limit: 1, fields: ['id'] });
	return last?.id ?? 0;
}

function toRow({ device, details, ...rest }: AuditEntry) {
	return { ...rest, deviceId: device, details: Object.keys(details).length > 0 ? details : null };
}
