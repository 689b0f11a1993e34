import { accessSync, constants, existsSync, mkdirSync, readFileSync, readdirSync, statfsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { finishRestore } from './backup/restore/put-in-place.ts';
import { type Failure, type Result, failure, ok } from './base/result.ts';
import type { Random } from './base/random.ts';
import { DATA_FILES } from './store/data-files.ts';
import { accessWords, whyNoAccess } from './store/file-access.ts';
import { OWNER_ONLY, writePrivateFile } from './store/private-file.ts';

/** With less free space than this the hub does not start: SQLite needs room for its journal. */
const LEAST_FREE_BYTES = 16 * 1_024 * 1_024;
const HUB_ID_BYTES = 16;

/** The one folder that holds everything a backup needs. */
export interface DataFolder {
	path: string;
	database: string;
	keyFile: string;
	hubIdFile: string;
	setupCode: string;
	/** changes when another process has ended sessions */
	endedSessions: string;
	virtualBoards: string;
	/** exists while the hub is stopped, if it was stopped cleanly */
	cleanStop: string;
	hubId: Uint8Array;
	/** no hub has finished its first start here: the hub's id is written last */
	isNew: boolean;
}

/** Creates the folder if it is missing, but nothing in it; finishes a restore that a power cut interrupted. */
export function openDataFolder(path: string, random: Random): Result<DataFolder, Failure<'data-folder'>> {
	const folder = resolve(path);
	try {
		// Recursive only if needed: in a place like /proc Node would try for ever.
		if (!existsSync(folder)) mkdirSync(folder, { recursive: !existsSync(dirname(folder)), mode: OWNER_ONLY.folder });
		accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
		finishRestore(folder);
		const paths = {
			database: join(folder, DATA_FILES.database),
			keyFile: join(folder, DATA_FILES.keyFile),
			hubIdFile: join(folder, DATA_FILES.hubIdFile),
			setupCode: join(folder, DATA_FILES.setupCode),
			endedSessions: join(folder, DATA_FILES.endedSessions),
			virtualBoards: join(folder, DATA_FILES.virtualBoards),
			cleanStop: join(folder, DATA_FILES.cleanStop),
		};
		const wrong = whyNoAccessWithin(paths);
		if (wrong) return failure('data-folder', wrong);
		const { bavail, bsize } = statfsSync(folder);
		if (bavail * bsize < LEAST_FREE_BYTES)
			return failure(
				'data-folder',
				`The disk that holds the data folder ${folder} is full: at least ${LEAST_FREE_BYTES / 1_048_576} MB must be free.`,
			);
		const isNew = !existsSync(paths.hubIdFile);
		const hubId = isNew ? random.bytes(HUB_ID_BYTES) : Buffer.from(readFileSync(paths.hubIdFile, 'utf8').trim(), 'hex');
		if (hubId.length !== HUB_ID_BYTES)
			return failure('data-folder', `${paths.hubIdFile} is damaged: restore it from a backup.`);
		return ok({ path: folder, ...paths, hubId, isNew });
	} catch (error) {
		const { code, message } = error as NodeJS.ErrnoException;
		if (code === 'ENOSPC' || code === 'EDQUOT')
			return failure('data-folder', `The disk that holds the data folder ${folder} is full.`);
		if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
			return failure(
				'data-folder',
				`The data folder ${folder} ${accessWords(folder, error, 'written')}. Set MOORING_DATA to a folder this user may write.`,
			);
		if (code === 'ENOTDIR' || code === 'EEXIST')
			return failure('data-folder', `MOORING_DATA is ${path}, which is not a folder.`);
		return failure('data-folder', `The data folder ${folder} cannot be used: ${message}`);
	}
}

/** Writes the hub's id. Call last in the first start: an existing id says that the start was finished. */
export function keepHubId({ isNew, hubIdFile, hubId }: DataFolder): void {
	if (isNew) writePrivateFile(hubIdFile, `${Buffer.from(hubId).toString('hex')}\n`);
}

/**
 * The first file that the hub needs and may not use, in words. `ended-sessions` is not checked: it may belong to
 * root, who reset a password, and the hub only looks at its times and replaces it as a whole.
 */
function whyNoAccessWithin(
	paths: Pick<DataFolder, 'database' | 'keyFile' | 'hubIdFile' | 'setupCode' | 'virtualBoards'>,
): string | undefined {
	const { database, keyFile, hubIdFile, setupCode, virtualBoards } = paths;
	const read = [keyFile, hubIdFile];
	const written = [database, `${database}-wal`, `${database}-shm`, setupCode];
	for (const [need, files] of Object.entries({ read, write: written }) as ['read' | 'write', string[]][])
		for (const file of files) {
			const wrong = existsSync(file) ? whyNoAccess(file, need) : undefined;
			if (wrong) return wrong;
		}
	return existsSync(virtualBoards) ? whyNoAccessBelow(virtualBoards) : undefined;
}

function whyNoAccessBelow(folder: string): string | undefined {
	const wrong = whyNoAccess(folder, 'folder');
	if (wrong) return wrong;
	for (const name of readdirSync(folder)) {
		const path = join(folder, name);
		const below = statSync(path).isDirectory() ? whyNoAccessBelow(path) : whyNoAccess(path, 'write');
		if (below) return below;
	}
	return undefined;
}
