import { LIMITS } from '../../../protocol/dashboard/limits.ts';

const MEBIBYTE = 1_048_576;

/** What a firmware pack may hold at most. The images of ten boards have about 10 MB. */
export const PACK_LIMITS = {
	/** of the uploaded file */
	fileBytes: LIMITS.firmwarePackBytes,
	/** of everything in it, unpacked */
	unpackedBytes: 2 * LIMITS.firmwarePackBytes,
	/** of one file in it, unpacked: no flash of a board in the catalogue is larger */
	entryBytes: 16 * MEBIBYTE,
	/** of its list */
	listBytes: MEBIBYTE / 4,
	/** files and folders in it */
	entries: 1_024,
	boards: 128,
	/** files of one board: a manifest and its parts */
	boardFiles: 9,
	licences: 128,
	/** characters of a path in it */
	pathLength: 160,
	/** characters of the version of Mooring */
	versionLength: 32,
} as const;

/** For sentences. */
export const inMegabytes = (bytes: number): number => Math.floor(bytes / MEBIBYTE);
