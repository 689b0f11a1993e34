import { join } from 'node:path';
import { type Fault, fault } from '../../../protocol/dashboard/faults.ts';
import type { Random } from '../../base/random.ts';
import { type Result, ok } from '../../base/result.ts';
import { encrypt } from '../archive/age-file.ts';
import { NoMemory } from '../archive/derive-key.ts';
import { bytesToGather, gatherFiles } from './gather-files.ts';
import { readPieces } from '../archive/hash-file.ts';
import { MANIFEST, type Manifest, newManifest } from '../archive/manifest.ts';
import { checkNewPassphrase } from '../passphrase/check-new-passphrase.ts';
import { onlyStorageTrouble } from '../../store/storage-trouble.ts';
import { TAR_END, paddingAfter, tarHeader } from '../archive/tar.ts';
import { hasRoomForBoth, makeWorkFolder, removeWorkFolder } from '../../store/work/work-folder.ts';

export interface BackupOptions {
	/** the data folder */
	data: string;
	hubId: Uint8Array;
	/** the hub's version */
	version: string;
	passphrase: string;
	withImages: boolean;
	/** Unix ms */
	now: number;
	random: Random;
	/** of scrypt; left out except in tests */
	work?: number;
}

export interface Backup {
	manifest: Manifest;
	/** the encrypted file; the next piece is only made when it is wanted */
	pieces: AsyncIterable<Uint8Array>;
	/** Removes the copies it is made of. Call it when the pieces were read, or are not wanted any more. */
	discard(): void;
}

/**
 * Makes a backup of a hub, which may be running: everything that was committed before is in it. Nothing but the copy
 * is read for its pieces, so they may be read slowly. `into` is the folder that its file is written into, if it is: it
 * needs room for that.
 */
export async function makeBackup(options: BackupOptions, into?: string): Promise<Result<Backup, Fault>> {
	const { data, hubId, version, passphrase, withImages, now, random, work } = options;
	const checked = await checkNewPassphrase(passphrase);
	if (!checked.ok) return checked;
	if (!hasRoomForBoth(data, into, bytesToGather(data, withImages))) return fault('disk-full');
	let folder: string | undefined;
	try {
		const made = (folder = makeWorkFolder(data, random));
		const { schema, files } = await gatherFiles(data, made, withImages);
		const manifest = newManifest({ version, schema, hubId: Buffer.from(hubId).toString('hex'), madeAt: now, files });
		const pieces = await encrypt(archive(made, manifest), passphrase, random, work);
		return ok({ manifest, pieces, discard: () => removeWorkFolder(made) });
	} catch (error) {
		if (folder !== undefined) removeWorkFolder(folder);
		if (error instanceof NoMemory) return fault('no-memory', { megabytes: error.megabytes });
		return fault(onlyStorageTrouble(error));
	}
}

/** The manifest comes first, so that a reader knows what must follow. */
async function* archive(folder: string, manifest: Manifest): AsyncGenerator<Uint8Array> {
	const { files, madeAt } = manifest;
	const text = Buffer.from(JSON.stringify(manifest, undefined, '\t'));
	yield tarHeader({ name: MANIFEST, size: text.length }, madeAt);
	yield text;
	yield Buffer.alloc(paddingAfter(text.length));
	for (const file of files) {
		yield tarHeader(file, madeAt);
		yield* readPieces(join(folder, file.name));
		yield Buffer.alloc(paddingAfter(file.size));
	}
	yield TAR_END;
}
