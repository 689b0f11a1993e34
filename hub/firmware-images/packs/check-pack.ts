import { createHash } from 'node:crypto';
import { mkdir, open, rm, writeFile } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Board } from '../../../protocol/dashboard/boards.ts';
import { type Fault, fault, faultOf } from '../../../protocol/dashboard/faults.ts';
import { type Result, ok } from '../../base/result.ts';
import { findBoard } from '../../boards/catalogue.ts';
import { OWNER_ONLY } from '../../store/private-file.ts';
import { hasRoom } from '../../store/work/work-folder.ts';
import { readImageFolder } from '../image-folder.ts';
import { IMAGES, LIST_FILE, type Listed, type PackList, filesOf, parseList } from './pack-list.ts';
import { PACK_LIMITS, inMegabytes } from './pack-limits.ts';
import { type ZipEntry, readDirectory, readEntry } from './zip-file.ts';

/** A pack whose every byte was compared with its list, and whose usable images lie in a folder of their own. */
export interface CheckedPack {
	/** of Mooring */
	version: string;
	/** what lies in the folder, in `images/` */
	boards: { board: Board; version: string }[];
	/** boards that are not in the catalogue: their names in the pack */
	unknown: string[];
	/** boards whose image this hub cannot use */
	refused: { board: Board; fault: Fault }[];
	/** of what lies in the folder */
	bytes: number;
}

/**
 * Checks a pack as a whole and writes its images into `folder`, which is empty. Damage refuses the whole pack: who knows
 * what else is wrong with it. An image that only does not fit this hub's board is left out, and the others are taken.
 *
 * @throws errors of the disk
 */
export async function checkPack(
	path: string,
	folder: string,
	progress: (done: number, of: number) => void,
): Promise<Result<CheckedPack, Fault>> {
	const file = await open(path, 'r');
	try {
		const { size } = await file.stat();
		const directory = await readDirectory(file, size);
		if (!directory.ok) return directory;
		const entries = new Map(directory.value.map((entry) => [entry.path, entry]));
		const list = await readList(file, entries.get(LIST_FILE));
		if (!list.ok) return list;
		const listed = filesOf(list.value);
		const odd = await oddOneOf(entries, listed);
		if (odd) return odd;
		const of = [...listed.values()].reduce((sum, { bytes }) => sum + bytes, 0);
		if (!hasRoom(folder, of)) return fault('disk-full');
		let done = 0;
		for (const [path, { bytes, sha256, board }] of listed) {
			const read = await readEntry(file, entries.get(path)!);
			if (!read.ok) return read;
			if (createHash('sha256').update(read.value).digest('hex') !== sha256)
				return fault('pack-damaged', { entry: path });
			if (board === undefined || findBoard(board)) await writeDurably(join(folder, path), read.value);
			progress((done += bytes), of);
		}
		return await fitBoards(list.value, folder);
	} finally {
		await file.close();
	}
}

async function readList(file: FileHandle, entry: ZipEntry | undefined): Promise<Result<PackList, Fault>> {
	if (!entry) return fault('not-a-pack');
	if (entry.bytes > PACK_LIMITS.listBytes)
		return fault('pack-too-much', { most: inMegabytes(PACK_LIMITS.unpackedBytes) });
	const read = await readEntry(file, entry);
	return read.ok ? parseList(read.value) : read;
}

/** The first file that is listed and not there, is there and not listed, or has another size than is listed. */
async function oddOneOf(
	entries: ReadonlyMap<string, ZipEntry>,
	listed: ReadonlyMap<string, Listed>,
): Promise<{ ok: false; error: Fault } | undefined> {
	for (const [path, { bytes }] of listed) {
		const entry = entries.get(path);
		if (!entry) return fault('pack-file-missing', { entry: path });
		if (entry.bytes !== bytes) return fault('pack-damaged', { entry: path });
	}
	const folders = new Set([...listed.keys()].flatMap((path) => [`${dirname(path)}/`, `${dirname(dirname(path))}/`]));
	for (const [path, { bytes }] of entries)
		if (path !== LIST_FILE && !listed.has(path) && !(folders.has(path) && bytes === 0))
			return fault('pack-has-more', { entry: path });
	return undefined;
}

/** Compares each image with the catalogue's board, by the rules for any image. */
async function fitBoards({ version, boards, licences }: PackList, folder: string): Promise<Result<CheckedPack, Fault>> {
	const checked: CheckedPack = { version, boards: [], unknown: [], refused: [], bytes: 0 };
	for (const { bytes } of licences) checked.bytes += bytes;
	for (const { board: id, name, version, files } of boards) {
		const board = findBoard(id);
		if (!board) {
			checked.unknown.push(name);
			continue;
		}
		const at = join(folder, IMAGES, id);
		const image =
			(await readImageFolder(at, board)) ?? fault('image-file-missing', { board: board.name, file: 'manifest.json' });
		if (image.ok && image.value.version === version) {
			checked.boards.push({ board, version });
			for (const { bytes } of files) checked.bytes += bytes;
			continue;
		}
		if (image.ok) return fault('pack-list-wrong', { field: `${id}.version` });
		checked.refused.push({ board, fault: image.error });
		await rm(at, { recursive: true });
	}
	if (checked.boards.length > 0) return ok(checked);
	const [first] = checked.refused;
	return first ? { ok: false, error: first.fault } : { ok: false, error: faultOf('pack-no-board') };
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
	await mkdir(dirname(path), { recursive: true, mode: OWNER_ONLY.folder });
	await writeFile(path, bytes, { mode: OWNER_ONLY.file, flush: true });
}
