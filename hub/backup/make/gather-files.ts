import { copyFileSync, existsSync, readdirSync, statSync } from 'node:fs';
import { chmod, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { copyDatabase } from '../../store/copy-database.ts';
import { DATA_FILES } from '../../store/data-files.ts';
import { openSqlite } from '../../store/sqlite-file.ts';
import { hashFile } from '../archive/hash-file.ts';
import { type BackedUpFile, mayBeBackedUp } from '../archive/manifest.ts';
import { OWNER_ONLY } from '../../store/private-file.ts';

/** Tables of what lets people in for a while or once; a restore would empty them. */
const LEFT_OUT = ['session', 'invitation', 'api_token', 'recovery_code'];
const { database, keyFile, hubIdFile, virtualBoards, images } = DATA_FILES;

/** How many bytes a backup of this folder takes at most, before it is encrypted. */
export function bytesToGather(data: string, withImages: boolean): number {
	const names = [database, `${database}-wal`, keyFile, hubIdFile, ...otherNames(data, withImages)];
	return names.reduce((sum, name) => sum + (statSync(join(data, name), { throwIfNoEntry: false })?.size ?? 0), 0);
}

/**
 * Copies what a backup contains into the folder `into`: the running hub goes on changing its own files. Left out are
 * sessions, invitations, API tokens, recovery codes, the set-up code and the marks for other processes, which belong to one
 * run of one hub.
 */
export async function gatherFiles(
	data: string,
	into: string,
	withImages: boolean,
): Promise<{ schema: number; files: BackedUpFile[] }> {
	const { schema } = await copyDatabase(join(data, database), join(into, database));
	await leaveOut(join(into, database));
	const names = [keyFile, hubIdFile, ...otherNames(data, withImages)];
	for (const name of names) {
		const copy = join(into, name);
		await mkdir(dirname(copy), { recursive: true, mode: OWNER_ONLY.folder });
		// In one go, so that a virtual board in this process does not write into it meanwhile.
		copyFileSync(join(data, name), copy);
		await chmod(copy, OWNER_ONLY.file);
	}
	const files: BackedUpFile[] = [];
	for (const name of [database, ...names]) files.push({ name, ...(await hashFile(join(into, name))) });
	return { schema, files };
}

/** Empties tables of a copied database, and overwrites what they held. */
async function leaveOut(file: string): Promise<void> {
	const copy = await openSqlite(file, 'write');
	try {
		await copy.all('PRAGMA secure_delete = ON');
		const tables = await copy.all<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'");
		// A hub that has not run since its update may not have all of them.
		for (const { name } of tables) if (LEFT_OUT.includes(name)) await copy.all(`DELETE FROM ${name}`);
	} finally {
		await copy.close();
	}
}

function otherNames(data: string, withImages: boolean): string[] {
	const folders = withImages ? [virtualBoards, images] : [virtualBoards];
	return folders.flatMap((folder) =>
		namesIn(join(data, folder)).flatMap((below) =>
			namesIn(join(data, folder, below))
				.map((name) => `${folder}/${below}/${name}`)
				.filter((name) => mayBeBackedUp(name) && statSync(join(data, name)).isFile()),
		),
	);
}

function namesIn(folder: string): string[] {
	return existsSync(folder) && statSync(folder).isDirectory() ? readdirSync(folder).sort() : [];
}
