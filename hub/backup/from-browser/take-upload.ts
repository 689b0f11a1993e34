import { open, rm } from 'node:fs/promises';
import { type Fault, fault } from '../../../protocol/dashboard/faults.ts';
import { type Result, ok } from '../../base/result.ts';
import { OWNER_ONLY } from '../../store/private-file.ts';
import { onlyStorageTrouble } from '../../store/storage-trouble.ts';
import { hasRoom } from '../../store/work/work-folder.ts';
import type { Restores, Upload } from './restores.ts';

/** The room on the disk is looked at again after so much was written: others write too. */
const LOOK_AFTER_BYTES = 16 * 1_048_576;

/** Writes the file as it comes; a piece is on the disk before the next one is taken. */
export async function takeUpload(
	restores: Restores,
	upload: Upload,
	pieces: AsyncIterable<Uint8Array>,
): Promise<Result<void, Fault>> {
	if (await restores.options.ownership.exists()) return fault('already-set-up');
	if (restores.current !== upload) return fault('restore-over');
	if (upload.stage !== 'waiting' && upload.stage !== 'uploaded') return fault('restore-running');
	Object.assign(upload, { stage: 'uploading', done: 0 } satisfies Partial<Upload>);
	try {
		const taken = await write(restores, upload, pieces);
		if (taken.ok) upload.stage = 'uploaded';
		return taken;
	} catch (error) {
		return fault(onlyStorageTrouble(error));
	} finally {
		if (upload.stage !== 'uploaded') {
			upload.stage = 'waiting';
			await rm(upload.file, { force: true }).catch(() => undefined);
		}
	}
}

async function write(
	restores: Restores,
	upload: Upload,
	pieces: AsyncIterable<Uint8Array>,
): Promise<Result<void, Fault>> {
	const file = await open(upload.file, 'w', OWNER_ONLY.file);
	try {
		let unlooked = 0;
		for await (const piece of pieces) {
			// Another one was begun meanwhile, and this one's folder is gone.
			if (restores.current !== upload) return fault('restore-over');
			if (upload.done + piece.length > upload.bytes) return fault('upload-cut');
			if ((unlooked += piece.length) > LOOK_AFTER_BYTES) {
				if (!hasRoom(upload.folder, upload.bytes - upload.done)) return fault('disk-full');
				unlooked = 0;
			}
			await file.writeFile(piece);
			upload.done += piece.length;
			restores.touch();
		}
		return upload.done === upload.bytes ? ok() : fault('upload-cut');
	} finally {
		await file.close();
	}
}
