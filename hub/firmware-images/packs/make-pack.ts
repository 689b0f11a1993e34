import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Zippable, strToU8, zipSync } from 'fflate';
import type { Fault } from '../../../protocol/dashboard/faults.ts';
import { type Result, ok } from '../../base/result.ts';
import { CATALOGUE } from '../../boards/catalogue.ts';
import { readImageFolder } from '../image-folder.ts';
import { IMAGES, LICENCES, LIST_FILE, type Listed, PACK_FORMAT, type PackList, parseList } from './pack-list.ts';

/** The earliest moment an archive can name: the same images make the same pack, byte by byte. */
const ALWAYS = new Date(1980, 0, 1);
const MANIFEST = 'manifest.json';

/**
 * Makes a pack of the images in a folder that has one folder a board, as `pack-images` makes it, and of the texts in its
 * folder `licences`. Fails with what is wrong with an image or a text: a hub would not take it either. `boards` is empty if there
 * are none; `bytes` is no pack then.
 */
export async function makePack(
	images: string,
	version: string,
): Promise<Result<{ bytes: Uint8Array; boards: { board: string; version: string }[] }, Fault>> {
	const list: PackList = { format: PACK_FORMAT, version, boards: [], licences: [] };
	const content: Zippable = {};
	const add = (path: string, file: string, bytes: Uint8Array): Listed => {
		content[path] = bytes;
		return { file, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
	};
	for (const board of CATALOGUE) {
		const folder = join(images, board.id);
		const image = await readImageFolder(folder, board);
		if (!image) continue;
		if (!image.ok) return image;
		const files = [MANIFEST, ...image.value.parts.map(({ file }) => file)];
		list.boards.push({
			board: board.id,
			name: board.name,
			version: image.value.version,
			files: files.map((file) => add(`${IMAGES}/${board.id}/${file}`, file, readFileSync(join(folder, file)))),
		});
	}
	const licences = join(images, LICENCES);
	for (const file of existsSync(licences) ? readdirSync(licences).toSorted() : [])
		list.licences.push(add(`${IMAGES}/${LICENCES}/${file}`, file, readFileSync(join(licences, file))));
	const written = strToU8(`${JSON.stringify(list, null, '\t')}\n`);
	// Whatever a hub would refuse, such as a text with an odd name, is found here and not by whoever uploads it.
	const wrong = list.boards.length > 0 ? parseList(written) : undefined;
	if (wrong?.ok === false) return wrong;
	const bytes = zipSync({ [LIST_FILE]: written, ...content }, { level: 9, mtime: ALWAYS });
	return ok({ bytes, boards: list.boards.map(({ board, version }) => ({ board, version })) });
}
