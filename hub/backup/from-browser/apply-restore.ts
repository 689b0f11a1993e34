import type { RestoreApply, Restored } from '../../../protocol/dashboard/restore.ts';
import { type Fault, fault } from '../../../protocol/dashboard/faults.ts';
import { type Result, ok } from '../../base/result.ts';
import { checkBackup } from '../restore/check-backup.ts';
import type { Restores } from './restores.ts';

/**
 * Checks everything in the uploaded file, then has it take the place of this hub. A wrong passphrase may be followed by
 * another one; after any other fault of the file it is removed.
 */
export async function applyRestore(
	restores: Restores,
	{ handle, passphrase }: RestoreApply,
): Promise<Result<Restored, Fault>> {
	const { ownership, replaceBy, data, version, schema, random, log } = restores.options;
	if (await ownership.exists()) return fault('already-set-up');
	const upload = restores.of(handle);
	if (!upload) return fault('restore-over');
	if (restores.isApplying) return fault('restore-running');
	if (upload.stage !== 'uploaded') return fault('upload-cut');
	Object.assign(upload, { stage: 'reading', done: 0 });
	let next: 'uploaded' | 'placing' | undefined;
	try {
		const { file } = upload;
		const progress = (bytes: number | undefined) =>
			bytes === undefined ? (upload.stage = 'checking') : (upload.done = bytes);
		const read = await checkBackup({ data, file, passphrase, version, schema, random, progress });
		if (!read.ok) {
			if (read.error.kind === 'wrong-passphrase') next = 'uploaded';
			log.warn({ reason: read.error.kind }, 'restore from the set-up page: the file was refused');
			return read;
		}
		const { manifest, discard } = read.value;
		if (!(await ownership.close())) {
			discard();
			return fault('already-set-up');
		}
		upload.stage = next = 'placing';
		const { madeAt } = manifest;
		log.warn({ made: new Date(madeAt).toISOString(), by: manifest.version }, 'restore from the set-up page: it begins');
		replaceBy(read.value);
		return ok({ madeAt, version: manifest.version });
	} finally {
		if (next === 'uploaded') {
			Object.assign(upload, { stage: next, done: upload.bytes });
			restores.touch();
		} else if (next === 'placing') restores.removeFile();
		else restores.discard();
	}
}
