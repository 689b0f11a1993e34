import { z } from 'zod';
import { LIMITS } from '../../../protocol/dashboard/limits.ts';
import { type Fault, fault } from '../../../protocol/dashboard/faults.ts';
import { type Result, ok } from '../../base/result.ts';
import { PACK_LIMITS } from './pack-limits.ts';

/** The list of what a pack holds, its first file. */
export const LIST_FILE = 'mooring-firmware.json';
export const IMAGES = 'images';
export const LICENCES = 'licences';
export const PACK_FORMAT = 1;

/** Digits and dots, and perhaps a suffix, as in "0.4.0-rc.1": it becomes part of a folder's name. */
const VERSION = /^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/;
const BOARD = /^[a-z0-9][a-z0-9-]{0,30}$/;
const FILE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

const Listed = z.object({
	/** beside the board's manifest, or among the licences; no path */
	file: z.string().regex(FILE),
	bytes: z.number().int().min(0).max(PACK_LIMITS.entryBytes),
	/** hex */
	sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type Listed = z.infer<typeof Listed>;

/** `mooring-firmware.json` in a pack: README.md describes it. */
export const PackList = z.object({
	format: z.literal(PACK_FORMAT),
	/** of the Mooring that the pack comes from */
	version: z.string().max(PACK_LIMITS.versionLength).regex(VERSION),
	boards: z
		.array(
			z.object({
				/** id in the catalogue */
				board: z.string().regex(BOARD),
				name: z.string().min(1).max(LIMITS.nameLength),
				/** of the firmware, as its manifest has it */
				version: z.string().min(1).max(LIMITS.boardTextBytes.firmwareVersion),
				files: z.array(Listed).min(1).max(PACK_LIMITS.boardFiles),
			}),
		)
		.min(1)
		.max(PACK_LIMITS.boards),
	/** the terms of what others wrote */
	licences: z.array(Listed).max(PACK_LIMITS.licences),
});
export type PackList = z.infer<typeof PackList>;

/** A later format may have other fields, but says so in `format`, and may have a version. */
const Later = z.object({ format: z.number().min(PACK_FORMAT + 1), version: z.unknown().optional() });

export function parseList(bytes: Uint8Array): Result<PackList, Fault> {
	let json: unknown;
	try {
		json = JSON.parse(Buffer.from(bytes).toString('utf8'));
	} catch {
		return fault('pack-damaged', { entry: LIST_FILE });
	}
	const later = Later.safeParse(json);
	if (later.success) {
		const { version } = later.data;
		const isVersion =
			typeof version === 'string' && version.length <= PACK_LIMITS.versionLength && VERSION.test(version);
		return fault('pack-later', { version: isVersion ? version : null });
	}
	const parsed = PackList.safeParse(json);
	if (!parsed.success) return fault('pack-list-wrong', { field: parsed.error.issues[0]!.path.join('.') || LIST_FILE });
	const twice = firstTwice(filesOf(parsed.data).size, parsed.data);
	return twice === undefined ? ok(parsed.data) : fault('pack-list-wrong', { field: twice });
}

/** Every file of a pack except its list, by its path in the archive. `board`: undefined for a licence. */
export function filesOf({ boards, licences }: PackList): Map<string, Listed & { board: string | undefined }> {
	const files = new Map<string, Listed & { board: string | undefined }>();
	for (const { board, files: own } of boards)
		for (const file of own) files.set(`${IMAGES}/${board}/${file.file}`, { ...file, board });
	for (const file of licences) files.set(`${IMAGES}/${LICENCES}/${file.file}`, { ...file, board: undefined });
	return files;
}

/** The first board that is listed twice, or has a file twice. A board cannot be called like the folder of the licences. */
function firstTwice(paths: number, { boards, licences }: PackList): string | undefined {
	const seen = new Set<string>([LICENCES]);
	for (const { board } of boards) {
		if (seen.has(board)) return board;
		seen.add(board);
	}
	const listed = boards.reduce((sum, { files }) => sum + files.length, licences.length);
	return paths === listed ? undefined : 'files';
}
