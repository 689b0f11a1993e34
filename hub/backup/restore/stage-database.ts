import { readdirSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DATA_FILES } from '../../store/data-files.ts';
import { openStore } from '../../store/open-store.ts';
import { OWNER_ONLY, syncFolder, writePrivateFile } from '../../store/private-file.ts';
import type { Schema } from './check-database.ts';
import type { Manifest } from '../archive/manifest.ts';
import type { RestoredFrom } from './tell-restored.ts';

/**
 * Makes the checked files of a backup ready for a hub: brings the database to this version's schema, ends all sessions,
 * invitations, API tokens and recovery codes, so that nobody gets in by one that was ended, used or withdrawn since, and says
 * where the hub comes from.
 */
export async function stageDatabase(folder: string, manifest: Manifest, schema: Schema): Promise<void> {
	const store = await openStore({ file: join(folder, DATA_FILES.database), ...schema });
	if (!store.ok) throw new Error(store.error.message);
	try {
		for (const table of ['session', 'invitation', 'api_token', 'recovery_code'])
			await store.value.em.fork().execute(`DELETE FROM ${table}`);
	} finally {
		await store.value.close(true);
	}
	// Even if the backup has none: those of the hub before must not be played on.
	await mkdir(join(folder, DATA_FILES.virtualBoards), { recursive: true, mode: OWNER_ONLY.folder });
	const { madeAt, version } = manifest;
	const restored: RestoredFrom = { madeAt, version };
	writePrivateFile(join(folder, DATA_FILES.restored), JSON.stringify(restored));
	syncFolders(folder);
}

/** With all below it. */
function syncFolders(folder: string): void {
	for (const entry of readdirSync(folder, { withFileTypes: true }))
		if (entry.isDirectory()) syncFolders(join(folder, entry.name));
	syncFolder(folder);
}
