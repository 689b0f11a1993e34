import { type EntityManager, type InferEntity, defineEntity } from '@mikro-orm/core';
import type { MikroORM } from '@mikro-orm/sqlite';

/** One row for each setting that the household has changed. */
export const Setting = defineEntity({
	name: 'Setting',
	tableName: 'setting',
	properties: (p) => ({
		key: p.text().primary(),
		/** JSON, kept as text: a value may be a plain string or null */
		value: p.text(),
	}),
});
export type Setting = InferEntity<typeof Setting>;

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
	await storeIn(orm.em.fork(), key, value);
}

/** The same inside the caller's transaction. */
export async function storeIn(em: EntityManager, key: string, value: unknown): Promise<void> {
	await em.upsert(Setting, { key, value: JSON.stringify(value) });
}
