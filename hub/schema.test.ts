import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { EntityMetadata, MikroORM, SqlEntityManager } from '@mikro-orm/sqlite';
import { describe, expect, it } from 'vitest';
import { entities, migrations } from './schema.ts';
import type { Migration } from './store/migrate.ts';
import { openStore } from './store/open-store.ts';

/** Tables that are read and written by SQL alone. */
const WITHOUT_ENTITY = [
	'hub_run',
	'presence_spell',
	'sensor_five_minutes',
	'sensor_hour',
	'sensor_raw',
	'sensor_series',
	'sensor_stale',
];
/** As SQLite stores what MikroORM calls so. */
const STORED: Record<string, string> = {
	text: 'TEXT',
	json: 'TEXT',
	integer: 'INTEGER',
	bigint: 'INTEGER',
	blob: 'BLOB',
	boolean: 'INTEGER',
};
/** SHA-256 of each migration that has been released. */
const RELEASED = [
	'3e7950502908eaec0c6637d37b7d139415ee0a96a737b914239e10b4ae18319a',
	'4ceccacc74bf77f0aae5e68a107cf3379c113405d03b007d9b57f74af030392f',
	'ac81ab6f3893120e94508a4057b68ae1c8d29a4243af57cfbda87924cff01f0d',
];

interface ColumnInfo {
	name: string;
	type: string;
	notnull: number;
	pk: number;
}

/** A line for each column, unique constraint and index, by the entities and by a database that the migrations made. */
async function bothSchemas(migrations: readonly Migration[]): Promise<{ entities: string[]; database: string[] }> {
	const store = await openStore({ file: ':memory:', entities, migrations });
	if (!store.ok) throw new Error(store.error.message);
	try {
		const tables = Object.values(store.value.getMetadata().getAll());
		return { entities: tables.flatMap(linesOfEntity).sort(), database: await linesOfDatabase(store.value) };
	} finally {
		await store.value.close(true);
	}
}

function linesOfEntity({ tableName, props, indexes }: EntityMetadata): string[] {
	const columns = props.flatMap(({ fieldNames: [name], columnTypes: [type], nullable, primary, unique }) => [
		line(tableName, name!, STORED[type!] ?? `unknown type ${type}`, nullable === true, primary === true),
		...(unique ? [`${tableName} unique (${name})`] : []),
	]);
	const columnOf = (property: string) => props.find(({ name }) => name === property)?.fieldNames;
	return [
		...columns,
		...indexes.map(
			({ name, properties }) => `${tableName} index ${name} (${[properties!].flat().flatMap(columnOf).join(', ')})`,
		),
	];
}

async function linesOfDatabase(orm: MikroORM): Promise<string[]> {
	const em = orm.em.fork() as SqlEntityManager;
	const lines: string[] = [];
	for (const { name: table } of await em.execute<{ name: string }[]>(
		"SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
	)) {
		if (WITHOUT_ENTITY.includes(table)) continue;
		for (const { name, type, notnull, pk } of await em.execute<ColumnInfo[]>(`PRAGMA table_info(${table})`))
			lines.push(line(table, name, type, notnull === 0 && pk === 0, pk > 0));
		for (const { name, origin } of await em.execute<{ name: string; origin: string }[]>(
			`PRAGMA index_list(${table})`,
		)) {
			if (origin === 'pk') continue;
			const columns = (await em.execute<{ name: string }[]>(`PRAGMA index_info("${name}")`)).map(({ name }) => name);
			lines.push(`${table} ${origin === 'u' ? 'unique' : `index ${name}`} (${columns.join(', ')})`);
		}
	}
	return lines.sort();
}

function line(table: string, column: string, type: string, isNullable: boolean, isPrimary: boolean): string {
	return `${table}.${column} ${type}${isPrimary ? ' PRIMARY KEY' : isNullable ? '' : ' NOT NULL'}`;
}

describe('the database that the migrations make', () => {
	it('has the tables, columns, types, unique constraints and indexes of the entities', async () => {
		const { entities, database } = await bothSchemas(migrations);
		expect(database.length).toBeGreaterThan(70);
		expect(database).toEqual(entities);
	});

	it.each([
		['a column less', 'ALTER TABLE device DROP COLUMN room', ['device.room TEXT'], []],
		['a column more', 'ALTER TABLE scene ADD COLUMN colour TEXT', [], ['scene.colour TEXT']],
		['a table less', 'DROP TABLE setting', ['setting.key TEXT PRIMARY KEY', 'setting.value TEXT NOT NULL'], []],
		['a table more', 'CREATE TABLE note (id TEXT PRIMARY KEY) STRICT', [], ['note.id TEXT PRIMARY KEY']],
		[
			'a column of another type, which may be null',
			'DROP TABLE legacy_board; CREATE TABLE legacy_board (device_id TEXT PRIMARY KEY, relays BLOB) STRICT',
			['legacy_board.relays TEXT NOT NULL'],
			['legacy_board.relays BLOB'],
		],
		[
			'a unique constraint more',
			'DROP TABLE setting; CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL UNIQUE) STRICT',
			[],
			['setting unique (value)'],
		],
		['an index less', 'DROP INDEX audit_entry_kind', ['audit_entry index audit_entry_kind (kind)'], []],
		['an index more', 'CREATE INDEX scene_name ON scene (name)', [], ['scene index scene_name (name)']],
	])('would be found to have %s', async (_, change, missing, added) => {
		const { entities, database } = await bothSchemas([...migrations, change.split('; ')]);
		expect(entities.filter((line) => !database.includes(line))).toEqual(missing);
		expect(database.filter((line) => !entities.includes(line))).toEqual(added);
	});
});

describe('the migrations', () => {
	it('are numbered by the version they lead to, in files of their own', () => {
		const names = readdirSync(join(import.meta.dirname, 'store/migrations')).sort();
		expect(names).toHaveLength(migrations.length);
		for (const [index, name] of names.entries())
			expect(name).toMatch(new RegExp(`^${`${index + 1}`.padStart(3, '0')}-`));
	});

	it('are not changed once they are released', () => {
		const hashes = migrations.map((steps) => createHash('sha256').update(steps.join('\n;')).digest('hex'));
		expect(hashes.slice(0, RELEASED.length)).toEqual(RELEASED);
	});
});
