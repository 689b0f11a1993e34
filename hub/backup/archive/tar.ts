/** What this hub writes and reads of POSIX.1-1988 tar (ustar): plain files with short names, and nothing else. */

export const BLOCK_BYTES = 512;
const NAME_BYTES = 100;
const CHECKSUM = { at: 148, bytes: 8 };
const MAGIC = { at: 257, text: 'ustar\u000000' };
const FILE = '0';
const TYPE_AT = 156;
const SIZE = { at: 124, digits: 11 };
/** In the header of an archive, everything after the magic is zero: no owner's name, device or longer name. */
const UNUSED_AT = MAGIC.at + MAGIC.text.length;
const LINK = { at: 157, bytes: 100 };

export interface TarEntry {
	name: string;
	size: number;
}

/** The end of an archive. */
export const TAR_END = Buffer.alloc(2 * BLOCK_BYTES);

/** `at` is the time of the file, Unix ms. */
export function tarHeader({ name, size }: TarEntry, at: number): Buffer {
	const header = Buffer.alloc(BLOCK_BYTES);
	if (Buffer.byteLength(name) > NAME_BYTES) throw new Error(`${name} is too long for the archive.`);
	header.write(name);
	header.write('0000600\u0000', 100);
	header.write('0000000\u0000', 108);
	header.write('0000000\u0000', 116);
	header.write(octal(size, SIZE.digits), SIZE.at);
	header.write(octal(Math.floor(at / 1_000), 11), 136);
	header.write(FILE, TYPE_AT);
	header.write(MAGIC.text, MAGIC.at);
	header.write(`${octal(checksumOf(header), 6)}\u0000 `, CHECKSUM.at);
	return header;
}

/** How many zeros follow a file of this size. */
export function paddingAfter(size: number): number {
	return (BLOCK_BYTES - (size % BLOCK_BYTES)) % BLOCK_BYTES;
}

/** The entry of a header; 'end' for a block of zeros, undefined for anything that `tarHeader` does not write. */
export function parseTarHeader(header: Buffer): TarEntry | 'end' | undefined {
	if (header.every((byte) => byte === 0)) return 'end';
	const written = header.toString('latin1', CHECKSUM.at, CHECKSUM.at + 6);
	const size = header.toString('latin1', SIZE.at, SIZE.at + SIZE.digits);
	const isPlain =
		header.toString('latin1', MAGIC.at, UNUSED_AT) === MAGIC.text &&
		header.toString('latin1', TYPE_AT, TYPE_AT + 1) === FILE &&
		header.subarray(LINK.at, LINK.at + LINK.bytes).every((byte) => byte === 0) &&
		header.subarray(UNUSED_AT).every((byte) => byte === 0) &&
		/^[0-7]+$/.test(size) &&
		written === octal(checksumOf(header), 6);
	if (!isPlain) return undefined;
	const end = header.indexOf(0);
	return { name: header.toString('utf8', 0, end < NAME_BYTES ? end : NAME_BYTES), size: parseInt(size, 8) };
}

function octal(value: number, digits: number): string {
	return value.toString(8).padStart(digits, '0');
}

/** The sum of the header's bytes, those of the checksum itself counted as spaces. */
function checksumOf(header: Buffer): number {
	let sum = 0;
	for (const [index, byte] of header.entries())
		sum += index >= CHECKSUM.at && index < CHECKSUM.at + CHECKSUM.bytes ? 0x20 : byte;
	return sum;
}
