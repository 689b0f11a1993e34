import type { Words } from '$lib/words/all-words.ts';
import type { PACK_FAULT_WORDS } from '$protocol/dashboard/fault-words/pack-faults.ts';

const UNTOUCHED = 'Rien n’a été modifié.';

/** Why a firmware pack is not taken. */
export const packFaults: Pick<Words['faultWords'], keyof typeof PACK_FAULT_WORDS> = {
	'no-such-pack': () => 'Ce paquet de firmware n’est plus sur le hub.',
	'pack-running': () =>
		'Un autre paquet de firmware est en cours d’installation sur ce hub. Réessayez quand ce sera fini.',
	'pack-over': () => `Le hub ne connaît plus cet envoi. Choisissez de nouveau le fichier. ${UNTOUCHED}`,
	'pack-too-large': ({ most }) => `Un paquet de firmware a au plus ${most} Mo. ${UNTOUCHED}`,
	'pack-too-much': ({ most }) =>
		`Décompressé, ce fichier dépasserait les ${most} Mo ou le nombre de fichiers permis à un paquet de firmware. ${UNTOUCHED}`,
	'not-a-pack': () => `Ce fichier n’est pas un paquet de firmware de Mooring, ou il est tronqué. ${UNTOUCHED}`,
	'pack-later': ({ version }) =>
		version === null
			? `Ce paquet de firmware est pour une version plus récente de Mooring. Mettez d’abord ce hub à jour. ${UNTOUCHED}`
			: `Ce paquet de firmware vient de Mooring ${version}, sous une forme que ce hub ne connaît pas encore. Mettez d’abord ce hub à jour. ${UNTOUCHED}`,
	'pack-list-wrong': ({ field }) =>
		`La liste du paquet de firmware est inutilisable : ${field} est incorrect. ${UNTOUCHED}`,
	'pack-damaged': ({ entry }) =>
		`Le paquet de firmware est endommagé : ${entry} n’est pas ce que dit sa liste. Téléchargez-le de nouveau. ${UNTOUCHED}`,
	'pack-file-missing': ({ entry }) => `Il manque ${entry} dans le paquet de firmware. ${UNTOUCHED}`,
	'pack-has-more': ({ entry }) => `Le paquet de firmware contient « ${entry} », qui n’en fait pas partie. ${UNTOUCHED}`,
	'pack-no-board': () => `Ce hub ne connaît aucune des cartes de ce paquet de firmware. ${UNTOUCHED}`,
};
