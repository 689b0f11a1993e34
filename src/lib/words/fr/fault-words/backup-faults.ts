import type { Words } from '$lib/words/all-words.ts';

const UNTOUCHED = 'Rien n’a été modifié.';

/** What is refused about backups and about restoring one. */
export const backupFaults = {
	'backup-running': () => 'Une sauvegarde est déjà en cours. Réessayez quand elle sera terminée.',
	'passphrase-needed': () => 'Il faut une phrase secrète.',
	'no-backup-folder': ({ folder }) => `Il n’y a pas de dossier ${folder} où écrire la sauvegarde.`,
	'backup-exists': ({ file }) => `${file} existe déjà. Choisissez un autre nom.`,
	'no-backup-file': ({ file }) => `Impossible de lire le fichier ${file}.`,
	'backup-too-large': ({ most }) => `Une sauvegarde a au plus ${most} Mo. ${UNTOUCHED}`,
	'not-a-backup': () => `Ce fichier n’est pas une sauvegarde d’un hub Mooring. ${UNTOUCHED}`,
	'not-by-passphrase': () =>
		`Ce fichier est chiffré, mais pas avec une phrase secrète comme la sauvegarde d’un hub. ${UNTOUCHED}`,
	'wrong-passphrase': () => `La phrase secrète n’ouvre pas cette sauvegarde. ${UNTOUCHED}`,
	'backup-damaged': () => `La sauvegarde est tronquée ou endommagée. ${UNTOUCHED}`,
	'no-memory': ({ megabytes }) =>
		`Il manque un instant ${megabytes} Mo de mémoire pour la phrase secrète de la sauvegarde. Réessayez plus tard, ou sur une machine plus grande. ${UNTOUCHED}`,
	'backup-of-another-program': () =>
		`La phrase secrète est correcte, mais le fichier vient d’un autre programme. ${UNTOUCHED}`,
	'backup-newer': ({ version, own }) =>
		`La sauvegarde a été faite par Mooring ${version}, plus récent que ce hub (${own}). Mettez d’abord ce hub à jour. ${UNTOUCHED}`,
	'backup-has-more': ({ entry }) => `La sauvegarde contient « ${entry} », qui n’a rien à y faire. ${UNTOUCHED}`,
	'backup-database-damaged': () => `La base de données dans la sauvegarde est endommagée. ${UNTOUCHED}`,
	'backup-database-changed': ({ what }) =>
		`La base de données dans la sauvegarde n’est pas de celles que crée Mooring : ${what}. ${UNTOUCHED}`,
	'upload-cut': () => `Le fichier n’est pas arrivé en entier. Réessayez. ${UNTOUCHED}`,
	'restore-over': () =>
		`Le hub n’a plus connaissance de cette restauration. Choisissez à nouveau le fichier. ${UNTOUCHED}`,
	'restore-running': () =>
		'Une sauvegarde est déjà en cours de restauration sur ce hub. Attendez qu’elle soit terminée.',
	'backup-key-damaged': () => `La clé ou l’identifiant du hub dans la sauvegarde est endommagé. ${UNTOUCHED}`,
	'hub-is-running': ({ folder }) =>
		`Un hub tourne sur ${folder}, ou un autre programme a verrouillé sa base de données. Arrêtez-le d’abord. ${UNTOUCHED}`,
	'folder-has-owner': ({ folder }) =>
		`Le hub dans ${folder} a déjà un propriétaire. Pour le remplacer par la sauvegarde, ajoutez --replace ; l’ancien hub est conservé dans un dossier before-restore-…. ${UNTOUCHED}`,
} satisfies Partial<Words['faultWords']>;
