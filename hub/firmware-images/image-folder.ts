import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Board } from '../../protocol/dashboard/boards.ts';
import { type Fault, fault } from '../../protocol/dashboard/faults.ts';
import { type Result, err, ok } from '../base/result.ts';
import { type ImageManifest, checkPlaces, parseManifest } from './manifest.ts';

const MANIFEST = 'manifest.json';
/** Larger than any flash of the catalogue's boards. */
const MAX_PART_BYTES = 16 * 1_024 * 1_024;
const MAX_MANIFEST_BYTES = 16_384;

export interface Image {
	board: Board;
	folder: string;
	version: string;
	flashSizeBytes: number;
	parts: { file: string; offset: number; size: number; sha256: string }[];
}

/** The image in a folder, checked completely; undefined if there is none. */
export async function readImageFolder(folder: string, board: Board): Promise<Result<Image, Fault> | undefined> {
	const text = await readSmall(folder, { board: board.name, file: MANIFEST }, MAX_MANIFEST_BYTES);
	if (!text?.ok) return text;
	const manifest = parseManifest(text.value.toString('utf8'), board);
	if (!manifest.ok) return manifest;
	const { version, flashSizeBytes, parts } = manifest.value;
	const read: Image['parts'] = [];
	for (const part of parts) {
		const bytes = await readPart(folder, part, board);
		if (!bytes.ok) return bytes;
		read.push({ ...part, size: bytes.value.length });
	}
	const wrong = checkPlaces(
		manifest.value,
		read.map(({ size }) => size),
		board,
	);
	return wrong ? err(wrong) : ok({ board, folder, version, flashSizeBytes, parts: read });
}

/** The bytes of a part, if they match its manifest. */
export async function readPart(
	folder: string,
	{ file, sha256 }: Pick<ImageManifest['parts'][number], 'file' | 'sha256'>,
	board: Board,
): Promise<Result<Buffer, Fault>> {
	const of = { board: board.name, file };
	const bytes = await readSmall(folder, of, MAX_PART_BYTES);
	if (bytes === undefined) return fault('image-file-missing', of);
	if (!bytes.ok) return bytes;
	if (createHash('sha256').update(bytes.value).digest('hex') !== sha256) return fault('image-file-differs', of);
	return ok(bytes.value);
}

/** Undefined if there is no such file. */
async function readSmall(
	folder: string,
	of: { board: string; file: string },
	most: number,
): Promise<Result<Buffer, Fault> | undefined> {
	const path = join(folder, of.file);
	try {
		const { size } = await stat(path);
		if (size > most) return fault('image-file-too-large', { ...of, most });
		return ok(await readFile(path));
	} catch (error) {
		const { code = '' } = error as NodeJS.ErrnoException;
		if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
		return fault('image-file-unreadable', { ...of, error: code });
	}
}
