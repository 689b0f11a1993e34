import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Fault, fault } from '../../../protocol/dashboard/faults.ts';
import type { Random } from '../../base/random.ts';
import { type Result, ok } from '../../base/result.ts';
import { DATA_FILES } from '../../store/data-files.ts';
import { AgeError, type AgeTrouble, HEADER_BYTES, decrypt } from '../archive/age-file.ts';
import { NoMemory } from '../archive/derive-key.ts';
import { type Schema, checkDatabase } from './check-database.ts';
import { readPieces } from '../archive/hash-file.ts';
import { type BackedUpFile, MANIFEST, MOST, type Manifest } from '../archive/manifest.ts';
import { PieceReader } from '../archive/piece-reader.ts';
import { type Own, printable, readManifest, tooLarge } from '../archive/read-manifest.ts';
import { stageDatabase } from './stage-database.ts';
import { onlyStorageTrouble } from '../../store/storage-trouble.ts';
import { NEW_FILES } from './put-in-place.ts';
import { BLOCK_BYTES, type TarEntry, paddingAfter, parseTarHeader } from '../archive/tar.ts';
import { hasRoom, makeWorkFolder, removeWorkFolder } from '../../store/work/work-folder.ts';
import { OWNER_ONLY } from '../../store/private-file.ts';

const KEY_BYTES = 32;

const TROUBLES = {
	'not-age': 'not-a-backup',
	'not-by-passphrase': 'not-by-passphrase',
	cut: 'backup-damaged',
	damaged: 'backup-damaged',
	'wrong-passphrase': 'wrong-passphrase',
} as const satisfies Record<AgeTrouble, string>;

export interface RestoreOptions {
	/** the data folder that the backup is to be put into; it holds the files until they are checked */
	data: string;
	file: string;
	passphrase: string;
	/** this hub's version */
	version: string;
	schema: Schema;
	random: Random;
	/** told how many bytes of the file were read; undefined: all were, and the database is checked */
	progress?: (bytes: number | undefined) => void;
}

/** A backup that was checked completely, and is ready to be put in place. */
export interface CheckedBackup {
	manifest: Manifest;
	/** holds the files below NEW_FILES */
	folder: string;
	discard(): void;
}

/**
 * Reads a backup and checks everything in it: passphrase, program, versions, names, sizes, hashes, keys and database.
 * Its files are written into a folder of their own in the data folder; nothing else is changed.
 */
export async function checkBackup(options: RestoreOptions): Promise<Result<CheckedBackup, Fault>> {
	const { data, file, random } = options;
	let folder: string | undefined;
	let discarded = false;
	let handle: FileHandle | undefined;
	try {
		handle = await open(file).catch(() => undefined);
		const found = await handle?.stat();
		if (!handle || !found?.isFile()) return fault('no-backup-file', { file });
		if (found.size > MOST.totalBytes) return fault('backup-too-large', tooLarge());
		folder = makeWorkFolder(data, random);
		const read = await readInto(folder, handle, options);
		if (!read.ok) return read;
		discarded = true;
		const made = folder;
		return ok({ manifest: read.value, folder: made, discard: () => removeWorkFolder(made) });
	} catch (error) {
		if (error instanceof NoMemory) return fault('no-memory', { megabytes: error.megabytes });
		return error instanceof AgeError ? fault(TROUBLES[error.trouble]) : fault(onlyStorageTrouble(error));
	} finally {
		await handle?.close().catch(() => undefined);
		if (folder !== undefined && !discarded) removeWorkFolder(folder);
	}
}

async function readInto(folder: string, file: FileHandle, options: RestoreOptions): Promise<Result<Manifest, Fault>> {
	const { passphrase, version, schema } = options;
	const start = Buffer.alloc(HEADER_BYTES);
	const { bytesRead } = await file.read(start, 0, HEADER_BYTES, 0);
	const reader = new PieceReader(decrypt(told(options), start.subarray(0, bytesRead), passphrase));
	try {
		const manifest = await readFirst(reader, { version, schema: schema.migrations.length });
		if (!manifest.ok) return manifest;
		const { files, hubId } = manifest.value;
		if (
			!hasRoom(
				folder,
				files.reduce((sum, { size }) => sum + size, 0),
			)
		)
			return fault('disk-full');
		const into = join(folder, NEW_FILES);
		for (const file of files) {
			const written = await readOne(reader, file, into);
			if (!written.ok) return written;
		}
		if ((await readHeader(reader)) !== 'end' || (await readHeader(reader)) !== 'end' || (await reader.some(1)))
			return fault('backup-damaged');
		if (!(await keysAreWhole(into, hubId))) return fault('backup-key-damaged');
		options.progress?.(undefined);
		const database = join(into, DATA_FILES.database);
		const checked = await checkDatabase(database, manifest.value.schema, schema);
		if (!checked.ok) return checked;
		await stageDatabase(into, manifest.value, schema);
		return manifest;
	} finally {
		await reader.close();
	}
}

async function* told({ file, progress }: RestoreOptions): AsyncGenerator<Uint8Array> {
	let bytes = 0;
	for await (const piece of readPieces(file)) {
		progress?.((bytes += piece.length));
		yield piece;
	}
}

async function readFirst(reader: PieceReader, own: Own): Promise<Result<Manifest, Fault>> {
	const entry = await readHeader(reader);
	if (!entry || entry === 'end' || entry.name !== MANIFEST) return fault('backup-of-another-program');
	if (entry.size > MOST.manifestBytes) return fault('backup-too-large', tooLarge());
	const text = await reader.exactly(entry.size);
	if (!text || !(await reader.exactly(paddingAfter(entry.size)))) return fault('backup-damaged');
	return readManifest(text, own);
}

/** Writes one file of the archive, which must be the one that the manifest lists next. */
async function readOne(reader: PieceReader, file: BackedUpFile, into: string): Promise<Result<void, Fault>> {
	const entry = await readHeader(reader);
	if (!entry || entry === 'end') return fault('backup-damaged');
	if (entry.name !== file.name) return fault('backup-has-more', { entry: printable(entry.name) });
	if (entry.size !== file.size) return fault('backup-damaged');
	const path = join(into, file.name);
	await mkdir(dirname(path), { recursive: true, mode: OWNER_ONLY.folder });
	const hash = createHash('sha256');
	const handle = await open(path, 'wx', OWNER_ONLY.file);
	try {
		for (let left = file.size; left > 0;) {
			const some = await reader.some(left);
			if (!some) return fault('backup-damaged');
			hash.update(some);
			await handle.writeFile(some);
			left -= some.length;
		}
		await handle.sync();
	} finally {
		await handle.close();
	}
	const isWhole = hash.digest('hex') === file.sha256 && (await reader.exactly(paddingAfter(file.size))) !== undefined;
	return isWhole ? ok() : fault('backup-damaged');
}

async function readHeader(reader: PieceReader): Promise<TarEntry | 'end' | undefined> {
	const block = await reader.exactly(BLOCK_BYTES);
	return block && parseTarHeader(block);
}

async function keysAreWhole(folder: string, hubId: string): Promise<boolean> {
	const key = (await readFile(join(folder, DATA_FILES.keyFile), 'utf8')).trim();
	const id = (await readFile(join(folder, DATA_FILES.hubIdFile), 'utf8')).trim();
	return /^[A-Za-z\d+/]+=*$/.test(key) && Buffer.from(key, 'base64').length === KEY_BYTES && id === hubId;
}
