import { z } from 'zod';
import { MAX_CONFIG_FILE_BYTES } from '../../../protocol/config-file.ts';
import { DATA_FILES } from '../../store/data-files.ts';
import { LAST_MOMENT_MS } from '../../base/clock.ts';

export const MANIFEST = 'manifest.json';
export const FORMAT = 1;
const PROGRAM = 'mooring';

/** Bounds of what a backup holds. A hub plays a few boards, and has a few parts of firmware for a handful of chips. */
export const MOST = {
	files: 4_096,
	manifestBytes: 1_048_576,
	databaseBytes: 4 * 1_024 ** 3,
	secretBytes: 1_024,
	imageBytes: 32 * 1_048_576,
	/** of a virtual board: its flash has room for one program and its state */
	flashBytes: 4 * 1_048_576,
	olderStateBytes: 65_536,
	totalBytes: 5 * 1_024 ** 3,
};

const { database, keyFile, hubIdFile, images } = DATA_FILES;
/** Every backup has these. */
export const NEEDED: readonly string[] = [database, keyFile, hubIdFile];
/** The other files a backup may have. No part of a name begins with a dot, so that none leaves its folder. */
const ALLOWED =
	/^(virtual-boards\/[\w-]{1,64}\/(config\.mooring|flash|keys\.json)|images\/[a-z\d-]{1,31}\/\w[\w.-]{0,47})$/;

const BackedUpFile = z.object({
	name: z.string().max(100),
	size: z.number().int().min(0),
	/** hex */
	sha256: z.string().regex(/^[\da-f]{64}$/),
});
export type BackedUpFile = z.infer<typeof BackedUpFile>;

/** What stays the same in all formats: by it a hub recognises a newer backup. */
export const ManifestHead = z.object({
	program: z.literal(PROGRAM),
	format: z.number().int().min(1),
	version: z
		.string()
		.max(40)
		.regex(/^[\w.+-]+$/),
});

export const Manifest = ManifestHead.extend({
	format: z.literal(FORMAT),
	/** version of the database's schema */
	schema: z.number().int().min(1),
	/** hex */
	hubId: z.string().regex(/^[\da-f]{32}$/),
	/** Unix ms */
	madeAt: z.number().int().min(0).max(LAST_MOMENT_MS),
	files: z.array(BackedUpFile).max(MOST.files),
});
export type Manifest = z.infer<typeof Manifest>;

export function newManifest(content: Omit<Manifest, 'program' | 'format'>): Manifest {
	return { program: PROGRAM, format: FORMAT, ...content };
}

export function mayBeBackedUp(name: string): boolean {
	return NEEDED.includes(name) || ALLOWED.test(name);
}

/** The largest size of a file of this name. */
export function mostBytesOf(name: string): number {
	if (name === database) return MOST.databaseBytes;
	if (NEEDED.includes(name)) return MOST.secretBytes;
	if (name.startsWith(`${images}/`)) return MOST.imageBytes;
	if (name.endsWith('/flash')) return MOST.flashBytes;
	return name.endsWith('/keys.json') ? MOST.olderStateBytes : MAX_CONFIG_FILE_BYTES;
}
