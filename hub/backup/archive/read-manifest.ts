import { type Fault, fault } from '../../../protocol/dashboard/faults.ts';
import { type Result, ok } from '../../base/result.ts';
import { FORMAT, MOST, Manifest, ManifestHead, NEEDED, mayBeBackedUp, mostBytesOf } from './manifest.ts';
import { isNewer } from '../../base/is-newer.ts';

const MB = 1_048_576;

/** What this hub can restore. */
export interface Own {
	version: string;
	/** the newest version of the schema that it knows */
	schema: number;
}

/** Checks what a backup says of itself: who made it, and that it lists what a backup has and nothing else. */
export function readManifest(text: Buffer, own: Own): Result<Manifest, Fault> {
	let json: unknown;
	try {
		json = JSON.parse(text.toString('utf8'));
	} catch {
		return fault('backup-of-another-program');
	}
	const head = ManifestHead.safeParse(json);
	if (!head.success) return fault('backup-of-another-program');
	const { format, version } = head.data;
	if (format > FORMAT || isNewer(version, own.version)) return newer(version, own);
	const parsed = Manifest.safeParse(json);
	if (!parsed.success) return fault('backup-damaged');
	const manifest = parsed.data;
	if (manifest.schema > own.schema) return newer(version, own);
	const names = manifest.files.map(({ name }) => name);
	const unexpected = names.find((name, index) => !mayBeBackedUp(name) || names.indexOf(name) !== index);
	if (unexpected !== undefined) return fault('backup-has-more', { entry: printable(unexpected) });
	if (!NEEDED.every((name) => names.includes(name))) return fault('backup-damaged');
	const total = manifest.files.reduce((sum, { size }) => sum + size, 0);
	const isLarge = manifest.files.some(({ name, size }) => size > mostBytesOf(name)) || total > MOST.totalBytes;
	return isLarge ? fault('backup-too-large', tooLarge()) : ok(manifest);
}

export function tooLarge(): { most: number } {
	return { most: MOST.totalBytes / MB };
}

/** For a sentence: a name that somebody made up may hold anything. */
export function printable(name: string): string {
	return name.replaceAll(/[^ -~]/g, '?');
}

function newer(version: string, own: Own): Result<never, Fault> {
	return fault('backup-newer', { version, own: own.version });
}
