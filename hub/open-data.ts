import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import type { MikroORM } from '@mikro-orm/sqlite';
import type { Logger } from 'pino';
import { removeLeftWorkFolders } from './store/work/work-folder.ts';
import type { Random } from './base/random.ts';
import { type Failure, type Result, failure, ok } from './base/result.ts';
import { type DataFolder, keepHubId, openDataFolder } from './data-folder.ts';
import { entities, migrations } from './schema.ts';
import { type StoreFault, hasBytes, inspectDatabase } from './store/inspect-database.ts';
import { newestBackup } from './store/newest-backup.ts';
import { openStore } from './store/open-store.ts';
import { writePrivateFile } from './store/private-file.ts';
import { makeShrinkable } from './store/upkeep/make-shrinkable.ts';
import { type Vault, openVault } from './store/vault.ts';

/** Every database of a hub has these tables, from the first migration on. */
const OWN_TABLES = ['device', 'registration'];
/** A hub with a row in one of these tables is in use. */
const TABLES_IN_USE = ['user', 'device'];

type DataFault = Failure<'data-folder' | 'key-file'> | StoreFault;

export interface Data {
	folder: DataFolder;
	vault: Vault;
	orm: MikroORM;
	/** every page of the database was read at this start, and none is damaged */
	wasChecked: boolean;
	/** Closes the database and leaves the mark of a clean stop. */
	close(): Promise<void>;
}

/**
 * Opens everything that a hub stores, or says what is wrong with it. Never takes the folder of an existing hub for a
 * new one.
 */
export async function openData(path: string, random: Random, log: Logger): Promise<Result<Data, DataFault>> {
	const opened = openDataFolder(path, random);
	if (!opened.ok) return opened;
	const folder = opened.value;
	removeLeftWorkFolders(folder.path);
	const vault = openVault({ keyFile: folder.keyFile, databaseFile: folder.database, random });
	if (!vault.ok) return vault;
	const clean = stoppedCleanly(folder) || !hasBytes(folder.database);
	const began = performance.now();
	if (!clean) log.info({ database: folder.database }, 'the hub was not stopped cleanly: checking its database');
	const store = await openDatabase(folder, { whole: !clean });
	if (!store.ok) return store;
	rmSync(folder.cleanStop, { force: true });
	if (!clean) log.info({ ms: Math.round(performance.now() - began) }, 'the database is undamaged');
	keepHubId(folder);
	const orm = store.value;
	await makeShrinkable(orm, folder.database, log);
	return ok({
		folder,
		vault: vault.value,
		orm,
		wasChecked: !clean,
		async close() {
			await orm.close(true);
			markCleanStop(folder, log);
		},
	});
}

/** Opens a folder's database after checking that it is this hub's; with `whole`, also that no page of it is damaged. */
export async function openDatabase(
	folder: DataFolder,
	{ whole }: { whole: boolean },
): Promise<Result<MikroORM, DataFault>> {
	const { database, isNew, hubIdFile } = folder;
	const exists = hasBytes(database);
	if (!exists && hasBytes(`${database}-wal`))
		return refuse(folder, `${whatIsMissing(database)}, though ${database}-wal beside it holds its latest changes.`);
	if (!exists && !isNew)
		return refuse(folder, `${whatIsMissing(database)}, though ${hubIdFile} beside it says that a hub has run here.`);
	if (exists) {
		const inspected = await inspectDatabase(database, { whole, count: TABLES_IN_USE });
		if (!inspected.ok)
			return inspected.error.kind === 'not-a-database' ? refuse(folder, inspected.error.message) : inspected;
		const { tables, rows } = inspected.value;
		if (tables.length > 0 && !OWN_TABLES.every((table) => tables.includes(table)))
			return refuse(folder, `${database} is the database of another program.`);
		if (tables.length === 0 && !isNew)
			return refuse(folder, `${database} is empty, though ${hubIdFile} beside it says that a hub has run here.`);
		if (isNew && rows > 0)
			return refuse(folder, `${hubIdFile} is missing, by which the boards of ${database} know their hub.`);
	}
	return openStore({ file: database, entities, migrations });
}

function whatIsMissing(database: string): string {
	return existsSync(database) ? `${database} is empty` : `${database} is missing`;
}

function refuse(folder: DataFolder, why: string): Result<never, DataFault> {
	const backup = newestBackup(folder.path);
	const advice = backup
		? `The newest backup here is ${backup.path} of ${new Date(backup.at).toISOString().slice(0, 10)}: ${howToUse(backup.path)}, or restore the whole folder from a backup elsewhere.`
		: `No backup was found in ${folder.path}: restore the whole folder from one elsewhere, or set MOORING_DATA to another folder for a new hub.`;
	const unchanged = why.includes('Nothing was changed.') ? '' : ' Nothing was changed.';
	return failure('data-folder', `${why}${unchanged} ${advice}`);
}

/** An encrypted backup is of the whole hub; others are copies of one file. */
function howToUse(backup: string): string {
	return backup.endsWith('.age')
		? `restore it with "npm run hub -- restore --replace ${backup}"`
		: 'put it in the place of what is wrong';
}

/** The mark belongs to one state of the file: a database that was replaced or changed since then must be checked. */
function stoppedCleanly({ database, cleanStop }: DataFolder): boolean {
	try {
		return !hasBytes(`${database}-wal`) && readFileSync(cleanStop, 'utf8') === stampOf(database);
	} catch {
		return false;
	}
}

function markCleanStop({ database, cleanStop }: DataFolder, log: Logger): void {
	try {
		if (!hasBytes(`${database}-wal`)) writePrivateFile(cleanStop, stampOf(database));
	} catch (error) {
		log.warn({ err: error }, 'the clean stop could not be noted; the next start checks the database');
	}
}

function stampOf(database: string): string {
	const { size, mtimeMs } = statSync(database);
	return `${size} bytes, changed ${Math.round(mtimeMs)}\n`; // rounded, because copying a file may drop fractions of a millisecond
}
