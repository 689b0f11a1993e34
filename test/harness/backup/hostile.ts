import { createHash } from 'node:crypto';
import { MANIFEST, newManifest } from '../../../hub/backup/archive/manifest.ts';
import { TAR_END, tarHeader } from '../../../hub/backup/archive/tar.ts';
import packageJson from '../../../package.json' with { type: 'json' };
import { migrations } from '../../../hub/schema.ts';
import { type Content, NOW, encrypted, entry } from './crafted.ts';

/** Changes a header and makes its checksum right again: whoever attacks can do that too. */
export function forged(header: Buffer, change: (header: Buffer) => void): Buffer {
	const made = Buffer.from(header);
	change(made);
	made.fill(0x20, 148, 156);
	const sum = made.reduce((sum, byte) => sum + byte, 0);
	made.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
	return made;
}

/** The archive of these files, with what the attacker puts in the place of the first file's entry. */
export function withFirstEntry(content: Content, first: (header: Buffer) => Buffer[]): Promise<Buffer> {
	const [{ name, bytes } = content[0]!, ...rest] = content;
	const written = first(tarHeader({ name, size: bytes.length }, NOW));
	return archive(content, [...written, ...rest.map((file) => entry(file.name, file.bytes)), TAR_END]);
}

/** A list of these files, and whatever follows it. */
export function archive(content: Content, written: Buffer[]): Promise<Buffer> {
	const files = content.map(({ name, bytes }) => ({
		name,
		size: bytes.length,
		sha256: createHash('sha256').update(bytes).digest('hex'),
	}));
	const hubId = content
		.find(({ name }) => name === 'hub-id')!
		.bytes.toString()
		.trim();
	const { version } = packageJson;
	const manifest = newManifest({ version, schema: migrations.length, hubId, madeAt: NOW, files });
	return encrypted(Buffer.concat([entry(MANIFEST, Buffer.from(JSON.stringify(manifest))), ...written]));
}

/** A file of `age` that asks for 2 to the `work`th of scrypt, which nobody has worked for. */
export function asksForWork(work: number | string): Buffer {
	const salt = 'A'.repeat(22);
	const sealed = 'A'.repeat(43);
	return Buffer.concat([
		Buffer.from(`age-encryption.org/v1\n-> scrypt ${salt} ${work}\n${sealed}\n--- ${sealed}\n`),
		Buffer.alloc(4_096),
	]);
}

/** The header of a database that says it has so many pages, which it has not. */
export function withPages(database: Buffer, pages: number): Buffer {
	const made = Buffer.from(database);
	made.writeUInt32BE(pages >>> 0, 28);
	// As if the size had been written with the last change, so that it counts.
	made.copy(made, 92, 24, 28);
	return made;
}
