import { crc32, deflateRawSync } from 'node:zlib';

/** One file of a crafted archive. What it says of itself may be a lie. */
export interface RawFile {
	path: string;
	content: Uint8Array;
	/** in the directory, in place of the truth */
	says?: Partial<{ bytes: number; packed: number; crc: number; method: number; flags: number; at: number }>;
}

/** An archive as anybody may craft it. `end`: what its last record says in place of the truth. */
export function rawZip(
	files: readonly RawFile[],
	end: Partial<{ entries: number; bytes: number; at: number }> = {},
): Buffer {
	const [bodies, directory]: [Buffer[], Buffer[]] = [[], []];
	let at = 0;
	for (const { path, content, says } of files) {
		const packed = deflateRawSync(content);
		const name = Buffer.from(path, 'latin1');
		const method = says?.method ?? 8;
		const crc = says?.crc ?? crc32(content);
		const head = Buffer.alloc(30);
		head.writeUInt32LE(0x04034b50, 0);
		head.writeUInt16LE(method, 8);
		head.writeUInt16LE(name.length, 26);
		const entry = Buffer.alloc(46);
		entry.writeUInt32LE(0x02014b50, 0);
		entry.writeUInt16LE(says?.flags ?? 0, 8);
		entry.writeUInt16LE(method, 10);
		entry.writeUInt32LE(crc, 16);
		entry.writeUInt32LE(says?.packed ?? packed.length, 20);
		entry.writeUInt32LE(says?.bytes ?? content.length, 24);
		entry.writeUInt16LE(name.length, 28);
		entry.writeUInt32LE(says?.at ?? at, 42);
		bodies.push(head, name, packed);
		directory.push(entry, name);
		at += head.length + name.length + packed.length;
	}
	const bytes = directory.reduce((sum, { length }) => sum + length, 0);
	const last = Buffer.alloc(22);
	last.writeUInt32LE(0x06054b50, 0);
	last.writeUInt16LE(end.entries ?? files.length, 8);
	last.writeUInt16LE(end.entries ?? files.length, 10);
	last.writeUInt32LE(end.bytes ?? bytes, 12);
	last.writeUInt32LE(end.at ?? at, 16);
	return Buffer.concat([...bodies, ...directory, last]);
}
