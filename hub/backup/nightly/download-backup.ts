import { type Fault, fault } from '../../../protocol/dashboard/faults.ts';
import type { Actor } from '../../base/actor.ts';
import { type Result, ok } from '../../base/result.ts';
import { makeBackup } from '../make/make-backup.ts';
import type { Backups } from './backups.ts';
import { fileNameOf } from './file-names.ts';

/**
 * Downloads that may be on their way at once: each keeps a copy of the database on the disk. A second one, because the hub
 * learns late that a browser has gone away.
 */
const MOST_DOWNLOADS = 2;

export interface Download {
	name: string;
	pieces: AsyncIterable<Uint8Array>;
	/** Call when the pieces were sent, or are not wanted any more. */
	discard(): void;
}

/**
 * Makes a backup by hand, to be sent to a browser. It counts as made when all of it was taken, and as downloaded from
 * the first byte on.
 */
export async function downloadBackup(
	backups: Backups,
	wish: { passphrase: string; images: boolean },
	by: Actor,
): Promise<Result<Download, Fault>> {
	if (backups.running || backups.downloads >= MOST_DOWNLOADS) return fault('backup-running');
	backups.running = true;
	try {
		const { hubId, flush } = backups.options;
		await flush();
		const options = backups.optionsFor(wish.passphrase, wish.images);
		const made = await makeBackup(options);
		if (!made.ok) return made;
		const { pieces, discard } = made.value;
		backups.downloads++;
		const done = (bytes: number) => backups.saveState({ last: { at: options.now, bytes, kind: 'by-hand' } });
		backups.events.emit('BackupDownloaded', { by });
		return ok({
			name: fileNameOf(hubId, options.now),
			pieces: counted(pieces, done),
			discard() {
				backups.downloads--;
				discard();
			},
		});
	} finally {
		backups.running = false;
	}
}

async function* counted(
	pieces: AsyncIterable<Uint8Array>,
	done: (bytes: number) => Promise<void>,
): AsyncGenerator<Uint8Array> {
	let bytes = 0;
	for await (const piece of pieces) {
		bytes += piece.length;
		yield piece;
	}
	await done(bytes);
}
