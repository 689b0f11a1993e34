import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/** Bytes that are read of a file at once. */
const PIECE_BYTES = 65_536;

export function readPieces(path: string): AsyncIterable<Buffer> {
	return createReadStream(path, { highWaterMark: PIECE_BYTES });
}

export async function hashFile(path: string): Promise<{ size: number; sha256: string }> {
	const hash = createHash('sha256');
	let size = 0;
	for await (const piece of readPieces(path)) {
		hash.update(piece);
		size += piece.length;
	}
	return { size, sha256: hash.digest('hex') };
}
