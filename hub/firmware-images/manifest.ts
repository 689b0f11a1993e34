import { z } from 'zod';
import type { Board } from '../../protocol/dashboard/boards.ts';
import { LIMITS } from '../../protocol/dashboard/limits.ts';
import { type Fault, fault, faultOf } from '../../protocol/dashboard/faults.ts';
import { MANIFEST_PROBLEMS, type ManifestProblem } from '../../protocol/dashboard/fault-words/image-faults.ts';
import { type Result, ok } from '../base/result.ts';

/** A flash is erased in sectors of this size: no two parts may share one. */
export const SECTOR_BYTES = 4_096;
const MAX_PARTS = 8;
const MAX_NAME = 64;

const Part = z.object({
	/** beside the manifest; no path */
	file: z
		.string()
		.max(MAX_NAME)
		.regex(/^[A-Za-z0-9][A-Za-z0-9._-]*\.bin$/, 'no-file-name' satisfies ManifestProblem),
	/** bytes from the start of the flash */
	offset: z.number().int().min(0).multipleOf(SECTOR_BYTES),
	/** of the file's bytes, hex */
	sha256: z.string().regex(/^[0-9a-f]{64}$/, 'no-sha256' satisfies ManifestProblem),
});

/**
 * `manifest.json` in the folder of a board's image, images/BOARD/ (README.md beside this file describes it). The
 * image is the same for every board of its kind; only the config file at `configOffset` differs.
 */
export const ImageManifest = z.strictObject({
	/** of this description */
	format: z.literal(1),
	/** of the firmware */
	version: z
		.string()
		.min(1)
		.refine(
			(version) => Buffer.byteLength(version) <= LIMITS.boardTextBytes.firmwareVersion,
			'version-too-long' satisfies ManifestProblem,
		),
	/** family of chips, as esptool names it: "ESP8266", "ESP32", "ESP32-C3" */
	chip: z.string(),
	/** the least flash it needs */
	flashSizeBytes: z.number().int().positive(),
	/** where the config file goes; a sector of its own */
	configOffset: z.number().int().min(0).multipleOf(SECTOR_BYTES),
	parts: z.array(Part).min(1).max(MAX_PARTS),
});
export type ImageManifest = z.infer<typeof ImageManifest>;

/** Reads the text of a manifest and compares it with the catalogue's board. */
export function parseManifest(text: string, board: Board): Result<ImageManifest, Fault> {
	const of = { board: board.name };
	let json: unknown;
	try {
		json = JSON.parse(text);
	} catch {
		return fault('image-manifest-no-json', of);
	}
	const parsed = ImageManifest.safeParse(json);
	if (!parsed.success) return fault('image-manifest-wrong', { ...of, ...problemOf(parsed.error) });
	const { chip, configOffset, flashSizeBytes } = parsed.data;
	const { flash } = board;
	if (!flash) return fault('image-without-flash', of);
	if (chip !== board.chip) return fault('image-for-other-chip', { ...of, chip, own: board.chip });
	if (configOffset !== flash.configOffset)
		return fault('image-config-elsewhere', { ...of, offset: configOffset, own: flash.configOffset });
	if (flashSizeBytes > flash.sizeBytes)
		return fault('image-needs-more-flash', { ...of, bytes: flashSizeBytes, own: flash.sizeBytes });
	return ok(parsed.data);
}

/** The first problem: what its field is, and what is wrong with it. */
function problemOf({ issues }: z.ZodError): { field: string; problem: ManifestProblem } {
	const issue = issues[0]!;
	const unknown = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
	const own = Object.hasOwn(MANIFEST_PROBLEMS, issue.message) ? (issue.message as ManifestProblem) : 'value';
	return { field: [...issue.path, ...unknown].join('.'), problem: unknown.length > 0 ? 'unknown' : own };
}

/** Checks that parts of these sizes overlap neither each other nor the config. */
export function checkPlaces(
	{ parts, configOffset, flashSizeBytes }: ImageManifest,
	sizes: number[],
	board: Board,
): Fault | undefined {
	const of = { board: board.name };
	const config = { file: null, from: configOffset, to: configOffset + SECTOR_BYTES };
	const places = [
		...parts.map(({ file, offset }, index) => ({ file, from: offset, to: offset + sizes[index]! })),
		config,
	].toSorted((a, b) => a.from - b.from);
	for (const [index, { file, from, to }] of places.entries()) {
		if (file !== null && to === from) return faultOf('image-file-empty', { ...of, file });
		if (to > flashSizeBytes) return faultOf('image-beyond-flash', { ...of, file, bytes: flashSizeBytes });
		const next = places[index + 1];
		if (next && Math.ceil(to / SECTOR_BYTES) * SECTOR_BYTES > next.from)
			return faultOf('image-overlaps', { ...of, file, next: next.file });
	}
	return undefined;
}

export function hex(offset: number): string {
	return `0x${offset.toString(16)}`;
}
