import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Zippable, strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { makePack } from '../../../hub/firmware-images/packs/make-pack.ts';
import { LIST_FILE, type PackList } from '../../../hub/firmware-images/packs/pack-list.ts';
import { putImage } from '../images.ts';

/** A pack of random images, made as for a release. `firmware`: of all its boards. */
export async function madePack(version: string, firmware: string, boards: readonly string[]): Promise<Uint8Array> {
	const folder = mkdtempSync(join(tmpdir(), 'mooring-pack-'));
	try {
		for (const board of boards) putImage(folder, board, firmware);
		const images = join(folder, 'images');
		mkdirSync(join(images, 'licences'), { recursive: true });
		writeFileSync(join(images, 'licences', 'LICENCE.txt'), 'Do as you like.');
		const made = await makePack(images, version);
		if (!made.ok) throw new Error(made.error.message);
		return made.value.bytes;
	} finally {
		rmSync(folder, { recursive: true });
	}
}

/** The same pack with other files in it: undefined takes one out. */
export function changedPack(pack: Uint8Array, changes: Record<string, Uint8Array | undefined>): Uint8Array {
	const files: Zippable = { ...unzipSync(pack) };
	for (const [path, bytes] of Object.entries(changes))
		if (bytes) files[path] = bytes;
		else delete files[path];
	return zipSync(files);
}

/** The same pack whose list says something else. */
export function relistedPack(pack: Uint8Array, change: (list: PackList) => unknown): Uint8Array {
	const list = JSON.parse(strFromU8(unzipSync(pack)[LIST_FILE]!)) as PackList;
	const changed = change(list) ?? list;
	return changedPack(pack, { [LIST_FILE]: strToU8(JSON.stringify(changed)) });
}
