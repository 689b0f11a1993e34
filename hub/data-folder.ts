import { accessSync, constants, existsSync, mkdirSync, readFileSync, statfsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Fault, type Result, fault, ok } from './base/result.ts';
import type { Random } from './base/random.ts';
import { writePrivateFile } from './store/private-file.ts';

/** Less free space than this and the hub does not start: SQLite needs room for its journal. */
const LEAST_FREE_BYTES = 16 * 1_024 * 1_024;
const HUB_ID_BYTES = 16;
const OWNER_ONLY = 0o700;

/** Everything that is worth a backup lies in this one folder. */
export interface DataFolder {
	path: string;
	database: string;
	keyFile: string;
	setupCode: string;
	/** changes when another process has ended sessions */
	endedSessions: string;
	virtualBoards: string;
	hubId: Uint8Array;
}

export function openDataFolder(path: string, random: Random): Result<DataFolder, Fault<'data-folder'>> {
	const folder = resolve(path);
	try {
		// Recursive only where it must be: in a place like /proc Node would try for ever.
		if (!existsSync(folder)) mkdirSync(folder, { recursive: !existsSync(dirname(folder)), mode: OWNER_ONLY });
		accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
		const { bavail, bsize } = statfsSync(folder);
		if (bavail * bsize < LEAST_FREE_BYTES)
			return fault(
				'data-folder',
				`The disk that holds the data folder ${folder} is full: at least ${LEAST_FREE_BYTES / 1_048_576} MB must be free.`,
			);
		const idFile = join(folder, 'hub-id');
		if (!existsSync(idFile)) writePrivateFile(idFile, `${Buffer.from(random.bytes(HUB_ID_BYTES)).toString('hex')}\n`);
		const hubId = Buffer.from(readFileSync(idFile, 'utf8').trim(), 'hex');
		if (hubId.length !== HUB_ID_BYTES) return fault('data-folder', `${idFile} is damaged: restore it from a backup.`);
		return ok({
			path: folder,
			database: join(folder, 'mooring.db'),
			keyFile: join(folder, 'key'),
			setupCode: join(folder, 'setup-code'),
			endedSessions: join(folder, 'ended-sessions'),
			virtualBoards: join(folder, 'virtual-boards'),
			hubId,
		});
	} catch (error) {
		const { code, message } = error as NodeJS.ErrnoException;
		if (code === 'ENOSPC' || code === 'EDQUOT')
			return fault('data-folder', `The disk that holds the data folder ${folder} is full.`);
		if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
			return fault(
				'data-folder',
				`The data folder ${folder} cannot be written. Set MOORING_DATA to a folder this user may write.`,
			);
		if (code === 'ENOTDIR' || code === 'EEXIST')
			return fault('data-folder', `MOORING_DATA is ${path}, which is not a folder.`);
		return fault('data-folder', `The data folder ${folder} cannot be used: ${message}`);
	}
}
