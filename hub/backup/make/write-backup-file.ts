import { open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Fault, fault } from '../../../protocol/dashboard/faults.ts';
import { type Result, ok } from '../../base/result.ts';
import { type BackupOptions, makeBackup } from './make-backup.ts';
import type { Manifest } from '../archive/manifest.ts';
import { onlyStorageTrouble } from '../../store/storage-trouble.ts';
import { OWNER_ONLY } from '../../store/private-file.ts';

/** The name of the file until it is whole. */
export const unfinished = (path: string) => `${path}.new`;

interface Written {
	manifest: Manifest;
	size: number;
	/** why its name may not be on the disk yet: some network disks cannot sync a folder */
	unsynced: unknown;
}

/** Writes a backup to a new file: whole and on the disk when this returns, or not at all. */
export async function writeBackupFile(path: string, options: BackupOptions): Promise<Result<Written, Fault>> {
	const folder = dirname(path);
	if (!(await stat(folder).catch(() => undefined))?.isDirectory()) return fault('no-backup-folder', { folder });
	if (await stat(path).catch(() => undefined)) return fault('backup-exists', { file: path });
	const backup = await makeBackup(options, folder);
	if (!backup.ok) return backup;
	const { manifest, pieces, discard } = backup.value;
	const temporary = unfinished(path);
	let size = 0;
	try {
		await rm(temporary, { force: true });
		const file = await open(temporary, 'wx', OWNER_ONLY.file);
		try {
			for await (const piece of pieces) {
				await file.writeFile(piece);
				size += piece.length;
			}
			await file.sync();
		} finally {
			await file.close();
		}
		await rename(temporary, path);
		return ok({ manifest, size, unsynced: await syncFolder(folder) });
	} catch (error) {
		await rm(temporary, { force: true }).catch(() => undefined);
		return fault(onlyStorageTrouble(error));
	} finally {
		discard();
	}
}

/** What went wrong, if anything did: the file itself is whole and synced. */
async function syncFolder(path: string): Promise<unknown> {
	try {
		const folder = await open(path);
		await folder.sync().finally(() => folder.close());
		return undefined;
	} catch (error) {
		return error;
	}
}
