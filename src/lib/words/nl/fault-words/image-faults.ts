import type { Words } from '$lib/words/all-words.ts';
import type { IMAGE_FAULT_WORDS, ManifestProblem } from '$protocol/dashboard/fault-words/image-faults.ts';
import { LIMITS } from '$protocol/dashboard/limits.ts';

const image = (board: string, why: string) => `De image voor ${board} is niet bruikbaar: ${why}.`;
const hex = (offset: number) => `0x${offset.toString(16)}`;

const manifestProblems: Record<ManifestProblem, string> = {
	unknown: 'deze hub kent dit niet',
	'no-file-name': 'dit moet de naam zijn van een .bin-bestand naast het manifest',
	'no-sha256': 'dit moeten 64 hexadecimale cijfers zijn',
	'version-too-long': `geen board kan meer dan ${LIMITS.boardTextBytes.firmwareVersion} bytes melden`,
	value: 'dit ontbreekt, of heeft een waarde die deze hub niet kan gebruiken',
};

/** Why a firmware image, or a project of the firmware, cannot be used. */
export const imageFaults: Pick<Words['faultWords'], keyof typeof IMAGE_FAULT_WORDS> = {
	'no-such-image': () => 'Deze image bestaat niet.',
	'no-image-yet': ({ board }) => `Deze hub heeft geen kant-en-klare image voor ${board}.`,
	'image-file-missing': ({ board, file }) => image(board, `${file} ontbreekt`),
	'image-file-too-large': ({ board, file, most }) => image(board, `${file} is groter dan ${most} bytes`),
	'image-file-unreadable': ({ board, file, error }) => image(board, `${file} kan niet worden gelezen (${error})`),
	'image-file-differs': ({ board, file }) =>
		image(board, `${file} is niet wat het manifest zegt, want de SHA-256 is anders`),
	'image-file-empty': ({ board, file }) => image(board, `${file} is leeg`),
	'image-manifest-no-json': ({ board }) => image(board, 'manifest.json is geen JSON'),
	'image-manifest-wrong': ({ board, field, problem }) =>
		image(board, `manifest.json: ${field}: ${manifestProblems[problem] ?? problem}`),
	'image-without-flash': ({ board }) => image(board, 'het board heeft geen flashgeheugen'),
	'image-for-other-chip': ({ board, chip, own }) => image(board, `ze is voor ${chip}, maar ${board} heeft een ${own}`),
	'image-config-elsewhere': ({ board, offset, own }) =>
		image(board, `de configuratie staat op ${hex(offset)}, maar die van het board op ${hex(own)}`),
	'image-needs-more-flash': ({ board, bytes, own }) =>
		image(board, `ze heeft ${bytes} bytes flashgeheugen nodig, en het board heeft ${own}`),
	'image-beyond-flash': ({ board, file, bytes }) =>
		image(board, `${file ?? 'de configuratie'} gaat voorbij het flashgeheugen van ${bytes} bytes`),
	'image-overlaps': ({ board, file, next }) =>
		image(board, `${file ?? 'de configuratie'} loopt door tot in ${next ?? 'de configuratie'}`),
	'built-without-sources': () => 'Deze hub is gebouwd zonder de broncode van de firmware.',
	'no-firmware-for-board': ({ board }) => `Deze versie van Mooring heeft nog geen firmware voor ${board}.`,
};
