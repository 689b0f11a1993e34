import type { Words } from '$lib/words/all-words.ts';
import type { IMAGE_FAULT_WORDS } from '$protocol/dashboard/fault-words/image-faults.ts';
import { LIMITS } from '$protocol/dashboard/limits.ts';

type ImageFaults = Pick<Words['faultWords'], keyof typeof IMAGE_FAULT_WORDS>;

const image = ({ board }: { board: string }, why: string) => `L’immagine per ${board} non si può usare: ${why}.`;
const hex = (offset: number) => `0x${offset.toString(16)}`;

/** What may be wrong with a field of an image's manifest. */
const manifestProblems = {
	unknown: 'questo hub non lo conosce',
	'no-file-name': 'dev’essere il nome di un file .bin accanto al manifest',
	'no-sha256': 'dev’essere di 64 cifre esadecimali',
	'version-too-long': `nessuna scheda può comunicare più di ${LIMITS.boardTextBytes.firmwareVersion} byte`,
	value: 'manca, o ha un valore che questo hub non può usare',
};

/** Why a firmware image, or a project of the firmware, cannot be used. */
export const imageFaults: ImageFaults = {
	'no-such-image': () => 'Questa immagine non esiste.',
	'no-image-yet': ({ board }) => `Questo hub non ha un’immagine pronta per ${board}.`,
	'image-file-missing': (of) => image(of, `manca ${of.file}`),
	'image-file-too-large': (of) => image(of, `${of.file} supera ${of.most} byte`),
	'image-file-unreadable': (of) => image(of, `${of.file} non si può leggere (${of.error})`),
	'image-file-differs': (of) =>
		image(of, `${of.file} non è ciò che dice il suo manifest, perché il suo SHA-256 è diverso`),
	'image-file-empty': (of) => image(of, `${of.file} è vuoto`),
	'image-manifest-no-json': (of) => image(of, 'manifest.json non è JSON'),
	'image-manifest-wrong': (of) =>
		image(of, `manifest.json: ${of.field}: ${manifestProblems[of.problem] ?? of.problem}`),
	'image-without-flash': (of) => image(of, 'la scheda non ha memoria flash'),
	'image-for-other-chip': (of) => image(of, `è per ${of.chip}, ma ${of.board} ha un ${of.own}`),
	'image-config-elsewhere': (of) =>
		image(of, `la sua configurazione si trova a ${hex(of.offset)}, ma quella della scheda a ${hex(of.own)}`),
	'image-needs-more-flash': (of) => image(of, `servono ${of.bytes} byte di memoria flash, e la scheda ne ha ${of.own}`),
	'image-beyond-flash': (of) =>
		image(of, `${of.file ?? 'la configurazione'} supera la memoria flash di ${of.bytes} byte`),
	'image-overlaps': (of) => image(of, `${of.file ?? 'la configurazione'} invade ${of.next ?? 'configurazione'}`),
	'built-without-sources': () => 'Questo hub è stato compilato senza i sorgenti del firmware.',
	'no-firmware-for-board': ({ board }) => `Questa versione di Mooring non ha ancora un firmware per ${board}.`,
};
