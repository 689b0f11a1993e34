import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type InferEntity, defineEntity } from '@mikro-orm/core';
import { afterEach, describe, expect, it } from 'vitest';
import { openStore } from './open-store.ts';

const Thing = defineEntity({ name: 'Thing', tableName: 'thing', properties: (p) => ({ id: p.text().primary() }) });
type Thing = InferEntity<typeof Thing>;
const first = [['CREATE TABLE thing (id TEXT PRIMARY KEY) STRICT']];

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

function file(): string {
	const folder = mkdtempSync(join(tmpdir(), 'mooring-store-'));
	folders.push(folder);
	return join(folder, 'mooring.db');
}

describe('openStore', () => {
	it('runs each migration once and keeps what is there', async () => {
		const at = file();
		const before = await openStore({ file: at, entities: [Thing], migrations: first });
		if (!before.ok) throw new Error(before.error.message);
		await before.value.em.fork().insert(Thing, { id: 'a' } as Thing);
		await before.value.close(true);
		const after = await openStore({
			file: at,
			entities: [Thing],
			migrations: [...first, ["INSERT INTO thing VALUES ('b')"]],
		});
		if (!after.ok) throw new Error(after.error.message);
		expect((await after.value.em.fork().find(Thing, {})).map((thing) => thing.id)).toEqual(['a', 'b']);
		await after.value.close(true);
	});

	it('keeps the old version when a migration fails', async () => {
		const at = file();
		const broken = await openStore({
			file: at,
			entities: [Thing],
			migrations: [...first, ['INSERT INTO nowhere VALUES (1)']],
		});
		expect(broken.ok).toBe(false);
		const whole = await openStore({ file: at, entities: [Thing], migrations: first });
		expect(whole.ok).toBe(true);
		if (whole.ok) await whole.value.close(true);
	});

	it('refuses a database of a newer version and does not touch it', async () => {
		const at = file();
		const newer = await openStore({ file: at, entities: [Thing], migrations: [...first, []] });
		if (newer.ok) await newer.value.close(true);
		const bytes = readFileSync(at);
		const opened = await openStore({ file: at, entities: [Thing], migrations: first });
		expect(opened).toMatchObject({ ok: false, error: { kind: 'newer-database' } });
		expect(readFileSync(at).equals(bytes)).toBe(true);
	});

	it('refuses a file that is not a database', async () => {
		const at = file();
		writeFileSync(
			at,
			'this is no database, but long enough to have a header of one hundred bytes if it were one. '.repeat(3),
		);
		expect(await openStore({ file: at, entities: [Thing], migrations: first })).toMatchObject({
			ok: false,
			error: { kind: 'not-a-database' },
		});
	});
});
