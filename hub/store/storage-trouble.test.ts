import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type InferEntity, type MikroORM, defineEntity } from '@mikro-orm/sqlite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStore } from './open-store.ts';
import { storageTrouble } from './storage-trouble.ts';

const Thing = defineEntity({ name: 'Thing', tableName: 'thing', properties: (p) => ({ id: p.text().primary() }) });
type Thing = InferEntity<typeof Thing>;

let folder: string;
let orm: MikroORM;
beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'mooring-trouble-'));
	const migrations = [['CREATE TABLE thing (id TEXT PRIMARY KEY) STRICT']];
	const opened = await openStore({ file: join(folder, 'mooring.db'), entities: [Thing], migrations });
	if (!opened.ok) throw new Error(opened.error.message);
	orm = opened.value;
});
afterEach(async () => {
	await orm.close(true);
	rmSync(folder, { recursive: true });
});

const insert = (id: string) => orm.em.fork().insert(Thing, { id } as Thing);
const insertTogether = (id: string) => orm.em.fork().transactional((em) => em.insert(Thing, { id } as Thing));

it.each([
	['a database that may not grow', 'max_page_count = 4', 'disk-full'],
	['a database that may only be read', 'query_only = 1', 'disk-unwritable'],
] as const)('says what is wrong with %s, within a transaction and without', async (_, pragma, trouble) => {
	await orm.em.fork().execute(`PRAGMA ${pragma}`);
	const long = 'x'.repeat(20_000);
	for (const write of [insert, insertTogether])
		expect(
			await write(long).then(
				() => 'written',
				(error: unknown) => storageTrouble(error),
			),
		).toBe(trouble);
});

it.each([
	['ENOSPC', 'disk-full'],
	['EDQUOT', 'disk-full'],
	['EROFS', 'disk-unwritable'],
	['SQLITE_BUSY', 'database-locked'],
	['SQLITE_CORRUPT', 'database-damaged'],
	['SQLITE_CONSTRAINT', undefined],
	['ENOENT', undefined],
])('classifies the error %s as %s', (code, trouble) => {
	expect(storageTrouble(Object.assign(new Error('COMMIT; - it failed'), { code }))).toBe(trouble);
});

it.each([undefined, null, 'SQLITE_FULL', new Error('SQLITE_FULL')])('ignores %s', (error) => {
	expect(storageTrouble(error)).toBeUndefined();
});
