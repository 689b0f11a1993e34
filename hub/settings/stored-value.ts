import type { MikroORM } from '@mikro-orm/sqlite';
import { Setting } from './entities.ts';

/** What another area stores among the settings, under a key of its own; undefined if it is not there or no JSON. */
export async function readStored(orm: MikroORM, key: string): Promise<unknown> {
	const row = await orm.em.fork().findOne(Setting, { key });
	try {
		return row ? JSON.parse(row.value) : undefined;
	} catch {
		return undefined;
	}
}

export async function writeStored(orm: MikroORM, key: string, value: unknown): Promise<void> {
	await orm.em.fork().upsert(Setting, { key, value: JSON.stringify(value) });
}
