import type { Words } from '$lib/words/all-words.ts';
import type { IMAGE_FAULT_WORDS, ManifestProblem } from '$protocol/dashboard/fault-words/image-faults.ts';
import { LIMITS } from '$protocol/dashboard/limits.ts';

const image = ({ board }: { board: string }, why: string) => `La imagen para ${board} no se puede usar: ${why}.`;
const hex = (offset: number) => `0x${offset.toString(16)}`;

const problems: Record<ManifestProblem, string> = {
	unknown: 'este hub no lo conoce',
	'no-file-name': 'debe ser el nombre de un archivo .bin junto al manifiesto',
	'no-sha256': 'deben ser 64 cifras hexadecimales',
	'version-too-long': `ninguna placa puede comunicar más de ${LIMITS.boardTextBytes.firmwareVersion} bytes`,
	value: 'falta, o tiene un valor que este hub no puede usar',
};

/** Why a firmware image, or a project of the firmware, cannot be used. */
export const imageFaults: Pick<Words['faultWords'], keyof typeof IMAGE_FAULT_WORDS> = {
	'no-such-image': () => 'Esta imagen no existe.',
	'no-image-yet': ({ board }) => `Este hub no tiene una imagen lista para ${board}.`,
	'image-file-missing': (of) => image(of, `falta ${of.file}`),
	'image-file-too-large': (of) => image(of, `${of.file} tiene más de ${of.most} bytes`),
	'image-file-unreadable': (of) => image(of, `no se puede leer ${of.file} (${of.error})`),
	'image-file-differs': (of) =>
		image(of, `${of.file} no es lo que indica su manifiesto, porque su SHA-256 es distinto`),
	'image-file-empty': (of) => image(of, `${of.file} está vacío`),
	'image-manifest-no-json': (of) => image(of, 'manifest.json no es JSON'),
	'image-manifest-wrong': (of) => image(of, `manifest.json: ${of.field}: ${problems[of.problem] ?? of.problem}`),
	'image-without-flash': (of) => image(of, 'la placa no tiene memoria flash'),
	'image-for-other-chip': (of) => image(of, `es para ${of.chip}, pero ${of.board} tiene un ${of.own}`),
	'image-config-elsewhere': (of) =>
		image(of, `su configuración está en ${hex(of.offset)}, pero la de la placa en ${hex(of.own)}`),
	'image-needs-more-flash': (of) =>
		image(of, `necesita ${of.bytes} bytes de memoria flash, y la placa tiene ${of.own}`),
	'image-beyond-flash': (of) =>
		image(of, `${of.file ?? 'la configuración'} no cabe en los ${of.bytes} bytes de la memoria flash`),
	'image-overlaps': (of) =>
		image(of, `${of.file ?? 'la configuración'} se superpone con ${of.next ?? 'la configuración'}`),
	'built-without-sources': () => 'Este hub se compiló sin el código fuente del firmware.',
	'no-firmware-for-board': ({ board }) => `Esta versión de Mooring aún no tiene firmware para ${board}.`,
};
