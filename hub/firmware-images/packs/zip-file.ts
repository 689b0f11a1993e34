import type { FileHandle } from 'node:fs/promises';
import { promisify } from 'node:util';
import { crc32, inflateRaw } from 'node:zlib';
import { type Fault, fault } from '../../../protocol/dashboard/faults.ts';
import { type Result, err, ok } from '../../base/result.ts';
import { PACK_LIMITS, inMegabytes } from './pack-limits.ts';

/** A file or folder in an archive, as its directory says. Nothing of it is known to be true yet. */
export interface ZipEntry {
	path: string;
	isDeflated: boolean;
	crc: number;
	/** in the archive, and unpacked */
	packed: number;
	bytes: number;
	/** where its own head begins */
	at: number;
}

/** Signatures and sizes of APPNOTE.TXT 6.3.10, 4.3.7, 4.3.12 and 4.3.16. */
const END = { signature: 0x06054b50, bytes: 22 };
const IN_DIRECTORY = { signature: 0x02014b50, bytes: 46 };
const HEAD = { signature: 0x04034b50, bytes: 30 };
const MAX_COMMENT_BYTES = 0xffff;
const STORED = 0;
const DEFLATED = 8;
/** What cannot be compressed is a little longer when it is deflated all the same. */
const DEFLATED_MORE_BYTES = 65_536;
const ENCRYPTED = 1;
/** These say that the real value stands elsewhere: archives of more than 4 GiB or 65,535 files. */
const ELSEWHERE_32 = 0xffff_ffff;
const DIRECTORY_BYTES_MOST = PACK_LIMITS.entries * (IN_DIRECTORY.bytes + PACK_LIMITS.pathLength + 256);
/** One path in a pack: names of ASCII, none of which begins with a dot; a folder ends with a slash. */
const PATH = /^(?:[A-Za-z0-9][A-Za-z0-9._-]*\/)*[A-Za-z0-9][A-Za-z0-9._-]*\/?$/;
const inflate = promisify(inflateRaw);

/**
 * Reads an archive's directory, which stands at its end. Everything in it is bounded before anything is unpacked: how
 * many files, how long their names, how much they say they have. A path can lead nowhere else.
 */
export async function readDirectory(file: FileHandle, size: number): Promise<Result<ZipEntry[], Fault>> {
	const tail = await read(
		file,
		Math.max(0, size - END.bytes - MAX_COMMENT_BYTES),
		Math.min(size, END.bytes + MAX_COMMENT_BYTES),
	);
	if (!tail) return fault('not-a-pack');
	const end = endIn(tail);
	if (!end) return fault('not-a-pack');
	const { entries, bytes, at } = end;
	if (entries > PACK_LIMITS.entries || bytes > DIRECTORY_BYTES_MOST) return tooMuch();
	const directory = at + bytes <= size ? await read(file, at, bytes) : undefined;
	if (!directory) return fault('not-a-pack');
	const found: ZipEntry[] = [];
	const paths = new Set<string>();
	let [place, unpacked] = [0, 0];
	for (let index = 0; index < entries; index++) {
		const entry = entryAt(directory, place);
		if (!entry) return fault('not-a-pack');
		if (!entry.ok) return entry;
		const { path } = entry.value;
		// Of two files with one name, programs take one or the other.
		if (paths.has(path)) return fault('pack-has-more', { entry: path });
		paths.add(path);
		unpacked += entry.value.bytes;
		if (entry.value.bytes > PACK_LIMITS.entryBytes || unpacked > PACK_LIMITS.unpackedBytes) return tooMuch();
		found.push(entry.value);
		place = entry.value.next;
	}
	return place === directory.length ? ok(found) : fault('not-a-pack');
}

/** The bytes of one file, which are as many, and have the checksum, that the directory says: no more is ever unpacked. */
export async function readEntry(file: FileHandle, entry: ZipEntry): Promise<Result<Buffer, Fault>> {
	const { path, at, packed, bytes, isDeflated } = entry;
	const damaged = fault('pack-damaged', { entry: path });
	const head = await read(file, at, HEAD.bytes);
	if (!head || head.readUInt32LE(0) !== HEAD.signature) return damaged;
	const content = await read(file, at + HEAD.bytes + head.readUInt16LE(26) + head.readUInt16LE(28), packed);
	if (!content) return damaged;
	let unpacked = content;
	if (isDeflated)
		try {
			// One byte more would be enough to know that it holds too much.
			unpacked = await inflate(content, { maxOutputLength: Math.max(1, bytes) });
		} catch {
			return damaged;
		}
	return unpacked.length === bytes && crc32(unpacked) === entry.crc ? ok(unpacked) : damaged;
}

function endIn(tail: Buffer): { entries: number; bytes: number; at: number } | undefined {
	for (let place = tail.length - END.bytes; place >= 0; place--) {
		if (tail.readUInt32LE(place) !== END.signature) continue;
		if (place + END.bytes + tail.readUInt16LE(place + 20) !== tail.length) continue;
		const [disk, disks] = [tail.readUInt16LE(place + 4), tail.readUInt16LE(place + 6)];
		const [here, entries] = [tail.readUInt16LE(place + 8), tail.readUInt16LE(place + 10)];
		if (disk !== 0 || disks !== 0 || here !== entries) return undefined;
		return { entries, bytes: tail.readUInt32LE(place + 12), at: tail.readUInt32LE(place + 16) };
	}
	return undefined;
}

function entryAt(directory: Buffer, place: number): Result<ZipEntry & { next: number }, Fault> | undefined {
	if (place + IN_DIRECTORY.bytes > directory.length) return undefined;
	if (directory.readUInt32LE(place) !== IN_DIRECTORY.signature) return undefined;
	const flags = directory.readUInt16LE(place + 8);
	const method = directory.readUInt16LE(place + 10);
	const [packed, bytes] = [directory.readUInt32LE(place + 20), directory.readUInt32LE(place + 24)];
	const length = directory.readUInt16LE(place + 28);
	const next =
		place + IN_DIRECTORY.bytes + length + directory.readUInt16LE(place + 30) + directory.readUInt16LE(place + 32);
	if (next > directory.length) return undefined;
	const path = directory.toString('latin1', place + IN_DIRECTORY.bytes, place + IN_DIRECTORY.bytes + length);
	if (length > PACK_LIMITS.pathLength || !PATH.test(path)) return fault('pack-has-more', { entry: shown(path) });
	const isKnown = (method === STORED && packed === bytes) || method === DEFLATED;
	if (!isKnown || flags & ENCRYPTED || packed === ELSEWHERE_32 || bytes === ELSEWHERE_32)
		return fault('pack-damaged', { entry: path });
	if (packed > PACK_LIMITS.entryBytes + DEFLATED_MORE_BYTES) return tooMuch();
	const crc = directory.readUInt32LE(place + 16);
	return ok({
		path,
		isDeflated: method === DEFLATED,
		crc,
		packed,
		bytes,
		at: directory.readUInt32LE(place + 42),
		next,
	});
}

/** Undefined if the file has not so many bytes there. */
async function read(file: FileHandle, at: number, length: number): Promise<Buffer | undefined> {
	const bytes = Buffer.alloc(length);
	const { bytesRead } = await file.read(bytes, 0, length, at);
	return bytesRead === length ? bytes : undefined;
}

function tooMuch(): Result<never, Fault> {
	return err(fault('pack-too-much', { most: inMegabytes(PACK_LIMITS.unpackedBytes) }).error);
}

/** A name that somebody chose, for a sentence. */
function shown(path: string): string {
	const clean = path.replaceAll(/[^\x20-\x7e]/g, '?');
	return clean.length > PACK_LIMITS.pathLength ? `${clean.slice(0, PACK_LIMITS.pathLength)}…` : clean;
}
