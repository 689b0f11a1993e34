import { z } from 'zod';
import type { Board } from '../../protocol/dashboard/boards.ts';
import { LIMITS } from '../../protocol/dashboard/limits.ts';
import { type Result, err, ok } from '../base/result.ts';

/** A flash is erased in sectors of this size: no two parts may share one. */
export const SECTOR_BYTES = 4_096;
const MAX_PARTS = 8;
const MAX_NAME = 64;

const Part = z.object({
	/** beside the manifest; no path */
	file: z
		.string()
		.max(MAX_NAME)
		.regex(/^[A-Za-z0-9][A-Za-z0-9._-]*\.bin$/, 'must be the name of a .bin file beside the manifest'),
	/** bytes from the start of the flash */
	offset: z.number().int().min(0).multipleOf(SECTOR_BYTES),
	/** of the file's bytes, hex */
	sha256: z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hex digits'),
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
			`must have at most ${LIMITS.boardTextBytes.firmwareVersion} bytes: no board can say a longer one`,
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

/** Reads the text of a manifest and compares it with the catalogue's board. Returns a sentence if something is wrong. */
export function parseManifest(text: string, board: Board): Result<ImageManifest, string> {
	let json: unknown;
	try {
		json = JSON.parse(text);
	} catch {
		return err('manifest.json is not JSON.');
	}
	const parsed = ImageManifest.safeParse(json);
	if (!parsed.success) {
		const { path, message } = parsed.error.issues[0]!;
		return err(`manifest.json: ${path.join('.') || 'it'}: ${message}.`);
	}
	const { chip, configOffset, flashSizeBytes } = parsed.data;
	if (!board.flash) return err(`${board.name} has no flash.`);
	if (chip !== board.chip) return err(`The image is for ${chip}, but ${board.name} has an ${board.chip}.`);
	if (configOffset !== board.flash.configOffset)
		return err(`Its config lies at ${hex(configOffset)}, but on ${board.name} at ${hex(board.flash.configOffset)}.`);
	if (flashSizeBytes > board.flash.sizeBytes)
		return err(`It needs ${flashSizeBytes} bytes of flash, ${board.name} has ${board.flash.sizeBytes}.`);
	return ok(parsed.data);
}

/** Checks that parts of these sizes overlap neither each other nor the config. Returns a sentence if they do. */
export function checkPlaces(
	{ parts, configOffset, flashSizeBytes }: ImageManifest,
	sizes: number[],
): string | undefined {
	const places = parts.map(({ file, offset }, index) => ({ what: file, from: offset, to: offset + sizes[index]! }));
	places.push({ what: 'the config', from: configOffset, to: configOffset + SECTOR_BYTES });
	places.sort((a, b) => a.from - b.from);
	for (const [index, { what, from, to }] of places.entries()) {
		if (to === from) return `${what} is empty.`;
		if (to > flashSizeBytes) return `${what} goes beyond the flash of ${flashSizeBytes} bytes.`;
		const next = places[index + 1];
		if (next && Math.ceil(to / SECTOR_BYTES) * SECTOR_BYTES > next.from) return `${what} reaches into ${next.what}.`;
	}
	return undefined;
}

export function hex(offset: number): string {
	return `0x${offset.toString(16)}`;
}
