import { LIMITS } from '../limits.ts';

type OfBoard = { board: string };
type OfFile = OfBoard & { file: string };

const image = ({ board }: OfBoard, why: string) => `The image for ${board} cannot be used: ${why}.`;
const hex = (offset: number) => `0x${offset.toString(16)}`;

/** What may be wrong with a field of an image's manifest. */
export const MANIFEST_PROBLEMS = {
	unknown: 'this hub does not know it',
	'no-file-name': 'it must be the name of a .bin file beside the manifest',
	'no-sha256': 'it must be 64 hex digits',
	'version-too-long': `no board can say more than ${LIMITS.boardTextBytes.firmwareVersion} bytes`,
	value: 'it is missing, or has a value that this hub cannot use',
} as const;
export type ManifestProblem = keyof typeof MANIFEST_PROBLEMS;

/** The part of FAULT_WORDS that says why a firmware image, or a project of the firmware, cannot be used. */
export const IMAGE_FAULT_WORDS = {
	'no-such-image': () => 'There is no such image.',
	'no-image-yet': ({ board }: OfBoard) => `This hub has no ready image for ${board}.`,
	'image-file-missing': (of: OfFile) => image(of, `${of.file} is missing`),
	'image-file-too-large': (of: OfFile & { most: number }) => image(of, `${of.file} is larger than ${of.most} bytes`),
	'image-file-unreadable': (of: OfFile & { error: string }) => image(of, `${of.file} cannot be read (${of.error})`),
	'image-file-differs': (of: OfFile) =>
		image(of, `${of.file} is not what its manifest says, because its SHA-256 differs`),
	'image-file-empty': (of: OfFile) => image(of, `${of.file} is empty`),
	'image-manifest-no-json': (of: OfBoard) => image(of, 'manifest.json is not JSON'),
	/** `field` is a path in the manifest: "parts.0.offset" */
	'image-manifest-wrong': (of: OfBoard & { field: string; problem: ManifestProblem }) =>
		image(of, `manifest.json: ${of.field}: ${MANIFEST_PROBLEMS[of.problem] ?? of.problem}`),
	'image-without-flash': (of: OfBoard) => image(of, 'the board has no flash'),
	'image-for-other-chip': (of: OfBoard & { chip: string; own: string }) =>
		image(of, `it is for ${of.chip}, but ${of.board} has an ${of.own}`),
	'image-config-elsewhere': (of: OfBoard & { offset: number; own: number }) =>
		image(of, `its config lies at ${hex(of.offset)}, but that of the board at ${hex(of.own)}`),
	'image-needs-more-flash': (of: OfBoard & { bytes: number; own: number }) =>
		image(of, `it needs ${of.bytes} bytes of flash, and the board has ${of.own}`),
	/** `file`, `next`: null = the config */
	'image-beyond-flash': (of: OfBoard & { file: string | null; bytes: number }) =>
		image(of, `${of.file ?? 'the config'} goes beyond the flash of ${of.bytes} bytes`),
	'image-overlaps': (of: OfBoard & { file: string | null; next: string | null }) =>
		image(of, `${of.file ?? 'the config'} reaches into ${of.next ?? 'the config'}`),
	'built-without-sources': () => 'This hub was built without the sources of the firmware.',
	'no-firmware-for-board': ({ board }: OfBoard) => `This version of Mooring has no firmware for ${board} yet.`,
} as const;
