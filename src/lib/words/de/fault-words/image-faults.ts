import type { Words } from '$lib/words/all-words.ts';
import type { IMAGE_FAULT_WORDS, ManifestProblem } from '$protocol/dashboard/fault-words/image-faults.ts';
import { LIMITS } from '$protocol/dashboard/limits.ts';

const image = ({ board }: { board: string }, why: string) => `Das Image für ${board} ist nicht brauchbar: ${why}.`;
const hex = (offset: number) => `0x${offset.toString(16)}`;

const problems: Record<ManifestProblem, string> = {
	unknown: 'dieser Hub kennt es nicht',
	'no-file-name': 'es muss der Name einer .bin-Datei neben dem Manifest sein',
	'no-sha256': 'es müssen 64 Hex-Ziffern sein',
	'version-too-long': `kein Board kann mehr als ${LIMITS.boardTextBytes.firmwareVersion} Bytes melden`,
	value: 'es fehlt oder hat einen Wert, den dieser Hub nicht brauchen kann',
};

/** Why a firmware image, or a project of the firmware, cannot be used. */
export const imageFaults: Pick<Words['faultWords'], keyof typeof IMAGE_FAULT_WORDS> = {
	'no-such-image': () => 'Dieses Image gibt es nicht.',
	'no-image-yet': ({ board }) => `Dieser Hub hat kein fertiges Image für ${board}.`,
	'image-file-missing': (of) => image(of, `${of.file} fehlt`),
	'image-file-too-large': (of) => image(of, `${of.file} ist größer als ${of.most} Bytes`),
	'image-file-unreadable': (of) => image(of, `${of.file} ist nicht lesbar (${of.error})`),
	'image-file-differs': (of) =>
		image(of, `${of.file} ist nicht, was sein Manifest angibt, denn sein SHA-256 weicht ab`),
	'image-file-empty': (of) => image(of, `${of.file} ist leer`),
	'image-manifest-no-json': (of) => image(of, 'manifest.json ist kein JSON'),
	'image-manifest-wrong': (of) => image(of, `manifest.json: ${of.field}: ${problems[of.problem] ?? of.problem}`),
	'image-without-flash': (of) => image(of, 'das Board hat keinen Flash'),
	'image-for-other-chip': (of) => image(of, `es ist für ${of.chip}, aber ${of.board} hat einen ${of.own}`),
	'image-config-elsewhere': (of) =>
		image(of, `seine Konfiguration liegt bei ${hex(of.offset)}, die des Boards aber bei ${hex(of.own)}`),
	'image-needs-more-flash': (of) => image(of, `es braucht ${of.bytes} Bytes Flash, und das Board hat ${of.own}`),
	'image-beyond-flash': (of) =>
		image(of, `${of.file ?? 'die Konfiguration'} reicht über den Flash von ${of.bytes} Bytes hinaus`),
	'image-overlaps': (of) =>
		image(of, `${of.file ?? 'die Konfiguration'} überschneidet sich mit ${of.next ?? 'der Konfiguration'}`),
	'built-without-sources': () => 'Dieser Hub wurde ohne die Quellen der Firmware gebaut.',
	'no-firmware-for-board': ({ board }) => `Diese Version von Mooring hat noch keine Firmware für ${board}.`,
};
