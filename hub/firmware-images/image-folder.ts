import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Board } from '../../protocol/dashboard/boards.ts';
import { type Result, err, ok } from '../base/result.ts';
import { type ImageManifest, checkPlaces, parseManifest } from './manifest.ts';

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

/** The image in a folder, checked completely; undefined if there is none, a sentence if it cannot be used. */
export async function readImageFolder(folder: string, board: Board): Promise<Result<Image, string> | undefined> {
	const text = await readSmall(join(folder, 'manifest.json'), MAX_MANIFEST_BYTES);
	if (text === undefined) return undefined;
	if (!text.ok) return err(`manifest.json ${text.error}`);
	const manifest = parseManifest(text.value.toString('utf8'), board);
	if (!manifest.ok) return manifest;
	const { version, flashSizeBytes, parts } = manifest.value;
	const read: Image['parts'] = [];
	for (const part of parts) {
		const bytes = await readPart(folder, part);
		if (!bytes.ok) return bytes;
		read.push({ ...part, size: bytes.value.length });
	}
	const wrong = checkPlaces(
		manifest.value,
		read.map(({ size }) => size),
	);
	return wrong ? err(wrong) : ok({ board, folder, version, flashSizeBytes, parts: read });
}

/** The bytes of a part if they match its manifest, otherwise a sentence. */
export async function readPart(
	folder: string,
	{ file, sha256 }: Pick<ImageManifest['parts'][number], 'file' | 'sha256'>,
): Promise<Result<Buffer, string>> {
	const bytes = await readSmall(join(folder, file), MAX_PART_BYTES);
	if (bytes === undefined) return err(`${file} is missing.`);
	if (!bytes.ok) return err(`${file} ${bytes.error}`);
	if (createHash('sha256').update(bytes.value).digest('hex') !== sha256)
		return err(`${file} is not what its manifest says: its SHA-256 differs.`);
	return ok(bytes.value);
}

async function readSmall(path: string, most: number): Promise<Result<Buffer, string> | undefined> {
	try {
		const { size } = await stat(path);
		if (size > most) return err(`is larger than ${most} bytes.`);
		return ok(await readFile(path));
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
		return err(`cannot be read (${code}).`);
	}
}
