import type { EntityManager } from '@mikro-orm/sqlite';
import type { Audit } from './audit.ts';

/** Names of all who are in the log, in order. Goes from name to name in the index instead of through all entries. */
export async function findPeople(audit: Audit): Promise<string[]> {
	await audit.flush();
	const rows = await (audit.options.orm.em.fork() as EntityManager).execute<{ name: string }[]>(
		`WITH RECURSIVE people (name) AS (
			SELECT min(person) FROM audit_entry WHERE person IS NOT NULL
			UNION ALL
			SELECT (SELECT min(person) FROM audit_entry WHERE person > people.name) FROM people WHERE name IS NOT NULL
		)
		SELECT name FROM people WHERE name IS NOT NULL`,
	);
	return rows.map(({ name }) => name);
}
