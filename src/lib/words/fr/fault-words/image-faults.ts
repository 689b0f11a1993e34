import type { Words } from '$lib/words/all-words.ts';
import type { IMAGE_FAULT_WORDS, ManifestProblem } from '$protocol/dashboard/fault-words/image-faults.ts';
import { LIMITS } from '$protocol/dashboard/limits.ts';

const image = ({ board }: { board: string }, why: string) =>
	`L’image pour ${board} ne peut pas être utilisée : ${why}.`;
const hex = (offset: number) => `0x${offset.toString(16)}`;
const CONFIG = 'la configuration';

const problems: Record<ManifestProblem, string> = {
	unknown: 'ce hub ne le connaît pas',
	'no-file-name': 'ce doit être le nom d’un fichier .bin à côté du manifeste',
	'no-sha256': 'il faut 64 chiffres hexadécimaux',
	'version-too-long': `aucune carte ne peut indiquer plus de ${LIMITS.boardTextBytes.firmwareVersion} octets`,
	value: 'il manque, ou sa valeur est inutilisable pour ce hub',
};

/** Why a firmware image, or a project of the firmware, cannot be used. */
export const imageFaults: Pick<Words['faultWords'], keyof typeof IMAGE_FAULT_WORDS> = {
	'no-such-image': () => 'Cette image n’existe pas.',
	'no-image-yet': ({ board }) => `Ce hub n’a pas d’image prête pour ${board}.`,
	'image-file-missing': (of) => image(of, `${of.file} manque`),
	'image-file-too-large': (of) => image(of, `${of.file} dépasse ${of.most} octets`),
	'image-file-unreadable': (of) => image(of, `impossible de lire ${of.file} (${of.error})`),
	'image-file-differs': (of) =>
		image(of, `${of.file} n’est pas ce que dit son manifeste, car son SHA-256 est différent`),
	'image-file-empty': (of) => image(of, `${of.file} est vide`),
	'image-manifest-no-json': (of) => image(of, 'manifest.json n’est pas du JSON'),
	'image-manifest-wrong': (of) => image(of, `manifest.json : ${of.field} : ${problems[of.problem] ?? of.problem}`),
	'image-without-flash': (of) => image(of, 'la carte n’a pas de mémoire flash'),
	'image-for-other-chip': (of) => image(of, `elle est pour ${of.chip}, mais ${of.board} a une puce ${of.own}`),
	'image-config-elsewhere': (of) =>
		image(of, `sa configuration se trouve à ${hex(of.offset)}, mais celle de la carte à ${hex(of.own)}`),
	'image-needs-more-flash': (of) =>
		image(of, `elle demande ${of.bytes} octets de mémoire flash, et la carte en a ${of.own}`),
	'image-beyond-flash': (of) => image(of, `${of.file ?? CONFIG} dépasse la mémoire flash de ${of.bytes} octets`),
	'image-overlaps': (of) => image(of, `${of.file ?? CONFIG} empiète sur ${of.next ?? CONFIG}`),
	'built-without-sources': () => 'Ce hub a été construit sans les sources du firmware.',
	'no-firmware-for-board': ({ board }) => `Cette version de Mooring n’a pas encore de firmware pour ${board}.`,
};
