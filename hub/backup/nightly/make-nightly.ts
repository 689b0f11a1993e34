import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Fault, fault, faultOf, faultView } from '../../../protocol/dashboard/faults.ts';
import type { Actor } from '../../base/actor.ts';
import { type Result, err, ok } from '../../base/result.ts';
import { writeBackupFile } from '../make/write-backup-file.ts';
import type { Backups } from './backups.ts';
import { fileNameOf } from './file-names.ts';
import { pruneBackups } from './prune-backups.ts';
import { OWNER_ONLY } from '../../store/private-file.ts';

const SECOND_MS = 1_000;
export const PASSPHRASE_PURPOSE = 'backup-passphrase';

/**
 * Writes a backup into the folder for those of the night, then deletes old ones. Tells how it ended. `by` has asked for
 * it; null: it is night.
 */
export async function makeNightly(backups: Backups, by: Actor | null): Promise<Result<void, Fault>> {
	if (backups.running) return fault('backup-running');
	backups.running = true;
	try {
		const { clock, log } = backups.options;
		const at = clock.now();
		const made = await attempt(backups).catch((error: unknown) => {
			log.error({ err: error }, 'backup: unexpected error');
			return err(faultOf('internal'));
		});
		if (!made.ok) {
			log.error(
				{ reason: made.error.message, folder: backups.folder },
				by ? 'the backup failed' : 'the nightly backup failed; the next one is tried tomorrow',
			);
			await backups.saveState({ triedAt: at, failure: { at, ...faultView(made.error) } });
			backups.events.emit('BackupFailed', { reason: made.error, by });
			return made;
		}
		const { bytes } = made.value;
		log.info({ bytes, folder: backups.folder }, by ? 'a backup was made' : 'the nightly backup was made');
		await backups.saveState({ last: { at, bytes, kind: 'nightly' }, triedAt: at, failure: null });
		backups.events.emit('BackupMade', { bytes, by });
		return ok();
	} finally {
		backups.running = false;
	}
}

async function attempt(backups: Backups): Promise<Result<{ bytes: number }, Fault>> {
	const { vault, flush, hubId, folder, offsetAt, log } = backups.options;
	const { sealed } = backups.nightly;
	if (sealed === null) return fault('passphrase-needed');
	const passphrase = vault.open(Buffer.from(sealed, 'base64'), PASSPHRASE_PURPOSE).toString('utf8');
	// Only the hub's own folder is made: one that is missing elsewhere is a disk that is not mounted.
	if (folder === undefined) await mkdir(backups.folder, { recursive: true, mode: OWNER_ONLY.folder });
	await flush();
	const options = backups.optionsFor(passphrase, false);
	const name = freeNameOf(backups.folder, hubId, options.now);
	const written = await writeBackupFile(join(backups.folder, name), options);
	if (!written.ok) return written;
	const { size, unsynced } = written.value;
	if (unsynced) log.warn({ err: unsynced }, 'backup: its folder could not be synced, so a power cut may lose the file');
	const where = { folder: backups.folder, hubId };
	await pruneBackups(where, name, backups.nightly, offsetAt()).catch((error: unknown) =>
		log.warn({ err: error }, 'backup: old ones could not be deleted'),
	);
	return ok({ bytes: size });
}

/** Names have whole seconds: one of the same second is there already if somebody asks for two at once. */
function freeNameOf(folder: string, hubId: Uint8Array, at: number): string {
	const name = fileNameOf(hubId, at);
	return existsSync(join(folder, name)) ? freeNameOf(folder, hubId, at + SECOND_MS) : name;
}
