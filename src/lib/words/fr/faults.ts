import type { Words } from '$lib/words/all-words.ts';
import { counted } from '$lib/words/format/plural.ts';
import { accountFaults } from './fault-words/account-faults.ts';
import { backupFaults } from './fault-words/backup-faults.ts';
import { pinWords } from './device/pins.ts';
import { imageFaults } from './fault-words/image-faults.ts';
import { packFaults } from './fault-words/pack-faults.ts';

/** The state that a relay still has when a command did not take effect. */
type Still = { still: 'on' | 'off' | 'unknown' };

const UNCHANGED = 'Les relais fonctionnent toujours ; rien n’a été modifié.';
const SOON = 'Réessayez dans un instant.';
const stillWords = ({ still }: Still) =>
	still === 'unknown'
		? 'Son état est inconnu.'
		: still === 'on'
			? 'Il est toujours allumé.'
			: 'Il est toujours éteint.';
const twice = {
	Relay: (id: number) => `Le relais ${id} est indiqué deux fois.`,
	Input: (id: number) => `L’entrée ${id} est indiquée deux fois.`,
	Sensor: (id: number) => `Le capteur ${id} est indiqué deux fois.`,
	Schedule: (id: number) => `La programmation ${id} est indiquée deux fois.`,
};
const kinds = { relays: 'relais', inputs: 'entrées', sensors: 'capteurs', schedules: 'programmations' };

/** Everything the hub refuses or cannot do, by its code. */
export const faultWords: Words['faultWords'] = {
	...accountFaults,
	...backupFaults,
	...imageFaults,
	...packFaults,

	// devices and their boards
	'no-such-device': () => 'Cet appareil n’est plus sur le hub.',
	'no-such-relay': ({ device, relay }) => `${device} n’a pas de relais ${relay}.`,
	'not-connected': ({ device }) => `${device} n’est pas en ligne. Rien n’a été modifié.`,
	'not-connected-not-switched': ({ device }) => `${device} n’est pas en ligne. La commande n’a pas été exécutée.`,
	'not-polling-not-switched': ({ device }) =>
		`${device} n’a pas interrogé le hub récemment. La commande n’a pas été exécutée.`,
	reconnecting: ({ device }) => `${device} est en train de se reconnecter. ${SOON}`,
	'token-not-used-yet': ({ device }) => `${device} n’a pas encore utilisé son premier jeton. ${SOON}`,
	'commands-not-answered': ({ device, commands }) =>
		`${device} n’a pas encore répondu aux ${commands} dernières commandes. Celle-ci n’a pas été exécutée. ${SOON}`,
	'commands-not-written': ({ device }) =>
		`Trop de commandes sont en attente pour ${device}. Celle-ci n’a pas été exécutée. ${SOON}`,
	'no-answer': ({ seconds, still }) => `Pas de réponse de la carte en ${seconds} s. ${stillWords({ still })}`,
	'link-lost': (relay) => `La liaison avec la carte a été perdue avant sa réponse. ${stillWords(relay)}`,
	refused: (relay) => `La carte n’a pas exécuté la commande, ou une plus récente l’a remplacée. ${stillWords(relay)}`,
	'changed-meanwhile': ({ device }) => `${device} a changé entre-temps. Regardez son état actuel, puis réessayez.`,
	legacy: ({ device }) =>
		`${device} a un ancien firmware qui ne permet pas cela. Faites-le d’abord passer à Secure v2.`,
	'legacy-names-only': ({ device }) =>
		`${device} a un ancien firmware : seuls les noms peuvent être modifiés. Faites-le d’abord passer à Secure v2.`,
	'revoked-already': ({ device }) => `Le jeton de ${device} est déjà révoqué.`,
	revoked: ({ device }) => `Le jeton de ${device} a été révoqué. Installez un nouveau firmware sur la carte.`,
	'unknown-token': () =>
		'Aucun appareil de ce hub n’a ce jeton : l’appareil a été supprimé ou est passé à Secure v2, ou le jeton est mal saisi.',
	'too-many-legacy': ({ most }) => `Il y a déjà ${most} appareils avec un ancien firmware.`,
	'not-a-played-switch': () =>
		'Ici, vous ne pouvez actionner que les interrupteurs muraux des cartes virtuelles simulées par ce hub.',

	// pending devices and claiming
	'no-such-pending': () => 'Cet appareil en attente n’existe plus.',
	'already-claimed': ({ device }) => `L’appareil ${device} a déjà été associé.`,
	'no-such-conflict': () => 'Cette carte n’attend plus d’être associée.',
	'board-left': () => 'La carte a perdu sa connexion. Elle se reconnecte toute seule ; réessayez ensuite.',
	'being-claimed': () => 'Quelqu’un est déjà en train d’associer cette carte.',
	'claimed-meanwhile': () => 'Impossible d’associer la carte : sa clé a été utilisée ou supprimée entre-temps.',
	'claim-not-answered': () => 'La carte n’a pas répondu. Elle revient toute seule ; réessayez à ce moment-là.',
	'too-many-pending': ({ most }) => `Il y a déjà ${most} appareils en attente. Supprimez-en d’abord.`,
	'too-many-played': ({ most }) =>
		`Ce hub simule déjà ${most} cartes virtuelles. Retirez-en une, ou faites tourner celle-ci vous-même.`,
	'not-virtual': () => 'Le hub ne peut simuler que des cartes virtuelles.',
	'key-expired': ({ device }) =>
		`La clé de ${device} a expiré. Créez une nouvelle clé ; la configuration est conservée.`,
	'wifi-impossible': ({ device }) =>
		`Aucune carte ne peut utiliser le Wi-Fi donné à ${device}. Supprimez l’appareil en attente et ajoutez-le à nouveau avec un autre Wi-Fi.`,
	'other-kind-of-board': () =>
		'Cet appareil a un autre type de carte. Ajoutez la nouvelle carte comme nouvel appareil, et remplacez celui-ci au moment de l’associer.',

	// what a board is to do
	'no-such-board': ({ board }) => `Il n’y a pas de carte « ${board} » dans le catalogue.`,
	'needs-wifi': ({ board }) => `${board} a besoin du nom de votre réseau Wi-Fi.`,
	'needs-a-part': () =>
		'Un appareil a besoin d’au moins un relais, un capteur, un contact ou un détecteur de mouvement.',
	'needs-wiring': () => 'Indiquez comment les relais sont câblés.',
	'no-such-pin': ({ board, gpio }) => `${board} n’a pas de broche GPIO ${gpio}.`,
	'pin-refused': ({ pin, reason }) => `${pin} ne peut pas être utilisée : ${pinWords[reason] ?? reason}`,
	'pin-not-for-sensors': ({ pin }) =>
		`${pin} ne peut pas servir à un capteur : la puce ne peut pas la tirer vers le haut.`,
	'pin-has-no-pull-up': ({ pin }) =>
		`La puce ne peut pas tirer ${pin} vers le haut. Sans sa propre résistance (10 kΩ vers 3,3 V), l’interrupteur s’allumerait et s’éteindrait tout seul ; avec elle, désactivez le pull-up de la puce.`,
	'pin-in-use': ({ pin, by }) => `${pin} est déjà utilisée par ${by ?? 'l’autre capteur'}.`,
	'choose-relay': ({ input }) => `Choisissez le relais commandé par ${input}.`,
	'choose-scheduled-relay': () => 'Choisissez le relais que cette programmation commande.',
	'choose-sensor-pin': () => 'Choisissez la broche du capteur.',
	'sensors-not-told-apart': ({ pin }) => `Plusieurs capteurs sont sur ${pin} : choisissez pour chacun lequel c’est.`,
	'sensor-not-read': ({ board }) => `${board} ne peut pas lire ce capteur.`,
	'too-many-for-board': ({ device, part, most }) =>
		`${device} n’a de la place que pour ${most} ${kinds[part]}. Rien n’a été modifié.`,
	'sensor-needs-newer-firmware': ({ device }) =>
		`Le firmware de ${device} ne peut pas lire ce capteur. Mettez d’abord l’appareil à jour.`,
	'too-much-for-board': ({ device }) =>
		`C’est plus que ${device} ne peut contenir. Retirez une programmation, ou la pause de l’une d’elles. Rien n’a été modifié.`,
	'no-such-schedule': ({ device }) => `${device} n’a plus cette programmation.`,
	'sun-needs-place': () =>
		'Le lever et le coucher du soleil demandent votre lieu : indiquez-le d’abord dans Paramètres.',
	'id-twice': ({ part, id }) => twice[part](id),

	// Wi-Fi networks that the hub keeps
	'no-such-network': () => 'Le hub ne conserve plus ce réseau Wi-Fi.',
	'network-kept-already': ({ network }) =>
		`Le hub conserve déjà ${network}, avec un autre mot de passe. Un propriétaire le change dans Paramètres.`,
	'too-many-networks': ({ most }) =>
		`Le hub conserve déjà ${most} réseaux Wi-Fi. Retirez-en d’abord un dans Paramètres.`,
	'network-unreadable': ({ network }) =>
		`Le mot de passe de ${network} ne peut plus être lu. Changez-le dans Paramètres.`,

	// scenes, updates, settings
	'no-such-scene': () => 'Cette scène n’existe plus.',
	'too-many-scenes': ({ most }) => `Il y a déjà ${most} scènes. Supprimez-en d’abord.`,
	'say-on-or-off': ({ scene }) => `Indiquez si ${scene} s’allume ou s’éteint.`,
	'scene-decides': ({ scene }) => `${scene} est une scène : chaque relais y a son propre état.`,
	'relay-twice': ({ relay }) => `${relay} est deux fois dans la scène.`,
	'no-image-any-more': () => 'Ce hub n’a plus de firmware pour lui.',
	'image-unreadable': () => 'Impossible de lire son image de firmware. Le journal du hub dit pourquoi.',
	'newer-already': () => 'Il utilise déjà un firmware plus récent.',
	'relay-is-on': () => 'L’un de ses relais est allumé.',
	'other-update-failed': ({ device }) => `Non lancée, car la mise à jour de ${device} a échoué.`,
	'update-stopped': () => 'Elle a été arrêtée.',
	'board-says': ({ words }) => words,
	'update-not-taken': () => 'La carte n’a pas accepté la mise à jour.',
	'update-not-taken-on': () => 'La carte a cessé d’accepter la mise à jour.',
	'update-begun-in-vain': ({ times }) => `La carte est revenue ${times} fois sans accepter la suite de la mise à jour.`,
	'update-asked-again': () => 'La carte redemande sans cesse des parties de la mise à jour qu’elle a déjà.',
	'update-too-slow': ({ minutes }) =>
		`La carte n’a pas reçu toute la mise à jour en ${counted(minutes, { one: 'minute', other: 'minutes' })}.`,
	'update-checked-too-early': () => 'La carte a déclaré la mise à jour vérifiée avant de l’avoir reçue en entier.',
	'update-too-much-taken': () => 'La carte a déclaré plus de données que la mise à jour n’en contient.',
	'update-board-not-back': () => 'La carte n’est pas revenue après avoir démarré son nouveau firmware.',
	'update-fell-back': ({ firmware }) =>
		firmware === null
			? 'La carte est revenue avec son ancien firmware.'
			: `La carte est revenue avec son ancien firmware, ${firmware}.`,
	'nothing-to-update': () => 'Il n’y a pas de firmware plus récent.',
	'no-such-time-zone': ({ timeZone }) =>
		`Le fuseau horaire « ${timeZone} » n’existe pas. Utilisez un nom comme Europe/Paris.`,

	// forms
	'name-needed': () => 'Il faut un nom.',
	'user-name-needed': () => 'Il faut un nom d’utilisateur.',
	'password-needed': () => 'Il faut un mot de passe.',
	'too-short': ({ least }) => `Au moins ${counted(least, { one: 'caractère', other: 'caractères' })}.`,
	'too-long': ({ most }) => `Au plus ${counted(most, { one: 'caractère', other: 'caractères' })}.`,
	'needs-relay': () => 'Un appareil a besoin d’au moins un relais.',
	'choose-scene-relays': () => 'Choisissez au moins un relais.',
	'choose-days': () => 'Choisissez au moins un jour.',
	'no-moment': () => 'Ce n’est pas une date et une heure valables.',
	'moment-out-of-range': ({ years }) =>
		`Choisissez un moment à venir, d’ici ${counted(years, { one: 'an', other: 'ans' })}.`,
	'ends-before-it-begins': () => 'La fin doit venir après le début.',
	'no-time-of-day': () => 'Ce n’est pas une heure valable.',
	'no-mac': () => 'Une adresse MAC compte 12 chiffres hexadécimaux en majuscules.',
	'wifi-name-needed': () => 'Le réseau a besoin d’un nom.',
	'wifi-name-too-long': ({ most }) => `Au plus ${most} octets : les accents et les émojis comptent pour plus d’un.`,
	'wifi-name-has-zero': () => 'Aucun nom de réseau ne contient d’octet nul.',
	'wifi-password-too-short': ({ least }) => `Au moins ${least} caractères, ou aucun pour un réseau ouvert.`,
	'wifi-password-too-long': ({ most, digits }) =>
		`Au plus ${most} octets, ou une clé de ${digits} chiffres hexadécimaux.`,
	'wifi-password-has-zero': () => 'Aucun mot de passe ne contient d’octet nul.',

	// notices
	'copy-refused': ({ device, mac, address }) =>
		`Une copie de ${device} a essayé de se connecter (${mac}, ${address}). Elle a été refusée.`,
	'not-set-up-in-time': ({ device }) => `${device} n’a pas été configuré à temps : sa clé a expiré.`,

	// HTTPS
	'https-only': ({ address }) => `Ce hub ne s’ouvre que par HTTPS : ${address}.`,
	'https-by-configuration': () =>
		'HTTPS utilise votre propre certificat, indiqué dans la configuration du hub : il ne peut pas être changé ici.',
	'https-port-taken': ({ port }) =>
		`Le port ${port} pour HTTPS est occupé ou ne peut pas être ouvert. Donnez à MOORING_HTTPS_PORT une autre valeur et redémarrez le hub. Rien n’a été modifié.`,

	// requests and commands
	'no-json': () => 'Le corps n’est pas du JSON valide.',
	'send-json': () => 'Envoyez le corps en application/json.',
	'broken-text': () => 'Un texte ne doit contenir ni le caractère U+0000, ni une moitié de caractère.',
	'body-too-large': ({ most }) => `Le corps peut avoir au plus ${most} Kio.`,
	'from-another-page': () => 'Cette requête venait d’une autre page web.',
	'needs-origin': () => 'Une modification avec un cookie de session demande un en-tête Origin qui désigne ce hub.',
	'no-such-command': ({ commands }) => `Cette commande n’existe pas. Commandes possibles : ${commands}.`,
	'one-body': () => 'Une commande prend un corps, puis la fonction d’accusé de réception.',
	'asks-too-often': () => 'Ce tableau de bord envoie trop de requêtes. Réessayez dans quelques secondes.',
	'polls-too-often': () => 'Cette carte interroge trop souvent. Une fois toutes les quelques secondes suffit.',
	'needs-token': () => 'Envoyez le jeton de l’appareil : ?token=… ou l’en-tête X-Device-Token.',
	busy: () => 'Le hub est occupé par d’autres requêtes. Réessayez.',
	'busy-exporting': () => `Le hub écrit d’autres exports. ${SOON}`,
	'board-not-in-catalogue': () => 'Cette carte n’est plus dans le catalogue.',
	internal: () => 'Le hub n’a pas pu faire cela. Son journal dit pourquoi.',
	'disk-full': () => `Le disque du hub est plein. ${UNCHANGED}`,
	'database-locked': () =>
		`La base de données du hub est occupée, ou un autre programme l’a verrouillée. ${SOON} ${UNCHANGED}`,
	'disk-unwritable': () =>
		'Impossible d’écrire sur le disque du hub. Les relais fonctionnent toujours. Vérifiez plus tard si cette modification a été faite.',
	'database-damaged': () =>
		`La base de données du hub est endommagée. ${UNCHANGED} Arrêtez le hub, puis restaurez une sauvegarde : npm run hub -- restore --replace FICHIER`,
};
