import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import packageJson from '../../../package.json' with { type: 'json' };
import { encrypt } from '../../../hub/backup/archive/age-file.ts';
import { MANIFEST, newManifest } from '../../../hub/backup/archive/manifest.ts';
import { type RestoreOptions, checkBackup } from '../../../hub/backup/restore/check-backup.ts';
import { TAR_END, paddingAfter, tarHeader } from '../../../hub/backup/archive/tar.ts';
import { systemRandom } from '../../../hub/base/random.ts';
import { openData } from '../../../hub/open-data.ts';
import { entities, migrations } from '../../../hub/schema.ts';
import { openSqlite } from '../../../hub/store/sqlite-file.ts';

export const PASSPHRASE = 'four boats on a quiet lake';
/** of scrypt, for backups that are made to be refused */
export const LITTLE_WORK = 4;
export const NOW = Date.UTC(2026, 10, 29, 12);

/** Makes the data folder of a hub that has its owner, and was stopped. */
export async function hubFolder(): Promise<string> {
	const data = mkdtempSync(join(tmpdir(), 'mooring-backup-'));
	const opened = await openData(data, systemRandom, pino({ level: 'silent' }));
	if (!opened.ok) throw new Error(opened.error.message);
	await opened.value.close();
	await sql(
		join(data, 'mooring.db'),
		`INSERT INTO user (id, name, folded, password_hash, role, created_at)
			VALUES ('anna', 'Anna', 'anna', 'hash', 'owner', 1)`,
		`INSERT INTO session (id, user_id, created_at, last_used_at, address, user_agent)
			VALUES ('session', 'anna', 1, 1, '10.0.0.2', 'browser')`,
		`INSERT INTO invitation (id, secret_hash, role, name, created_at, expires_at, made_by)
			VALUES ('open', 'hash', 'member', 'Ben', 1, ${NOW}, 'anna')`,
		`INSERT INTO second_factor (user_id, sealed, last_step, created_at) VALUES ('anna', x'00', 1, 1)`,
		`INSERT INTO recovery_code (hash, user_id) VALUES ('hash', 'anna')`,
		`INSERT INTO api_token (id, hash, user_id, name, scope, created_at)
			VALUES ('token', 'hash', 'anna', 'Phone', '{"kind":"read"}', 1)`,
	);
	return data;
}

/** Runs statements on a database that no hub has open. */
export async function sql(file: string, ...statements: string[]): Promise<void> {
	const database = await openSqlite(file, 'write');
	try {
		for (const statement of statements) await database.all(statement);
	} finally {
		await database.close();
	}
}

export async function rowsOf<Row>(file: string, query: string): Promise<Row[]> {
	const database = await openSqlite(file, 'read');
	try {
		return await database.all<Row>(query);
	} finally {
		await database.close();
	}
}

export type Content = { name: string; bytes: Buffer }[];

/** What a backup of this data folder contains at least. */
export function contentOf(data: string): Content {
	return ['mooring.db', 'key', 'hub-id'].map((name) => ({ name, bytes: readFileSync(join(data, name)) }));
}

/** Makes a backup by hand, so that it may be wrong in any way. */
export async function craft(
	content: Content,
	change: {
		manifest?: (manifest: Record<string, unknown>) => unknown;
		/** what is written instead of the listed files */
		written?: Buffer[];
		first?: string;
		end?: Buffer;
	} = {},
): Promise<Buffer> {
	const files = content.map(({ name, bytes }) => ({
		name,
		size: bytes.length,
		sha256: createHash('sha256').update(bytes).digest('hex'),
	}));
	const hubId = content
		.find(({ name }) => name === 'hub-id')!
		.bytes.toString()
		.trim();
	const { version } = packageJson;
	const whole = newManifest({ version, schema: migrations.length, hubId, madeAt: NOW, files });
	const manifest = Buffer.from(JSON.stringify(change.manifest?.({ ...whole }) ?? whole));
	const pieces = [
		entry(change.first ?? MANIFEST, manifest),
		...(change.written ?? content.map(({ name, bytes }) => entry(name, bytes))),
		change.end ?? TAR_END,
	];
	return encrypted(Buffer.concat(pieces));
}

export function entry(name: string, bytes: Buffer): Buffer {
	return Buffer.concat([tarHeader({ name, size: bytes.length }, NOW), bytes, Buffer.alloc(paddingAfter(bytes.length))]);
}

export async function encrypted(bytes: Buffer): Promise<Buffer> {
	const pieces: Uint8Array[] = [];
	async function* whole() {
		yield bytes;
	}
	for await (const piece of await encrypt(whole(), PASSPHRASE, systemRandom, LITTLE_WORK)) pieces.push(piece);
	return Buffer.concat(pieces);
}

/** Reads a backup as a restore does. */
export async function restoreInto(data: string, backup: Buffer, change: Partial<RestoreOptions> = {}) {
	const file = join(mkdtempSync(join(tmpdir(), 'mooring-file-')), 'backup.age');
	writeFileSync(file, backup);
	return checkBackup({
		data,
		file,
		passphrase: PASSPHRASE,
		version: packageJson.version,
		schema: { entities, migrations },
		random: systemRandom,
		...change,
	});
}

/** Every file of a folder with the hash of its bytes: to see that nothing was changed. */
export function everythingIn(folder: string, below = ''): Record<string, string> {
	const found: Record<string, string> = {};
	for (const name of readdirSync(join(folder, below)).sort()) {
		const path = join(below, name);
		if (statSync(join(folder, path)).isDirectory())
			Object.assign(found, { [`${path}/`]: '' }, everythingIn(folder, path));
		else
			found[path] = createHash('sha256')
				.update(readFileSync(join(folder, path)))
				.digest('hex');
	}
	return found;
}
