import type { AuditEntry } from '$protocol/dashboard/history.ts';
import { PAUSE_FOREVER_AT } from '$protocol/dashboard/limits.ts';
import type { Cause } from '$protocol/dashboard/shapes.ts';
import type { Words } from '$lib/words/all-words.ts';
import { changes, macAndAddress, macText, number, text } from '$lib/words/format/audit-entry.ts';
import { dateOf, dayAndTime } from '$lib/words/format/dates.ts';
import { duration, exactDuration } from '$lib/words/format/duration.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { counted } from '$lib/words/format/plural.ts';
import { until } from './articles.ts';
import { lockOutWords } from './people/lock-outs.ts';
import { peopleSentences } from './people/people-audit.ts';

/**
 * The sentence for every audit entry. The name of the device is shown beside it, so sentences rarely contain it. A participle
 * never follows a name, whose gender nobody knows: it stands after a colon.
 */

const by = (entry: AuditEntry) => {
	if (!entry.person) return '';
	const token = text(entry, 'byToken');
	return ` par ${isolate(entry.person)}${token && ` (jeton API ${token})`}`;
};
const who = ({ person }: AuditEntry) => (person ? isolate(person) : 'Quelqu’un');
/** the name of a device after these words */
const device = ({ deviceName }: AuditEntry) => (deviceName ? `Appareil ${isolate(deviceName)}` : 'Un appareil');
const pending = ({ deviceName }: AuditEntry) =>
	deviceName ? `Appareil en attente ${isolate(deviceName)}` : 'Appareil en attente';
const relay = ({ relayName, relay }: AuditEntry) =>
	relayName ? isolate(relayName) : relay === null ? 'Un relais' : `Relais ${relay}`;
/** " : reason", if a reason is known */
const because = (entry: AuditEntry, ...keys: string[]) => {
	const why = keys.map((key) => text(entry, key)).find(Boolean);
	return why ? ` : ${why}` : '';
};
const fromAddress = (entry: AuditEntry) => (text(entry, 'address') ? ` depuis ${text(entry, 'address')}` : '');
const input = (entry: AuditEntry, unnamed: string) => text(entry, 'input') || unnamed;
const scene = (entry: AuditEntry) => `Scène ${text(entry, 'scene')}`.trim();
const pack = (entry: AuditEntry) => `Paquet de firmware ${text(entry, 'version')}`.trim();
const wifi = (entry: AuditEntry) => `Wi-Fi ${text(entry, 'ssid')}`.trim();
const firmware = (entry: AuditEntry) =>
	text(entry, 'version') ? `firmware ${text(entry, 'version')}` : 'nouveau firmware';
/** changes that were too frequent to be logged one by one */
const untold = (entry: AuditEntry) => {
	const count = number(entry, 'untold');
	return count > 0 ? ` ; ${counted(count, { one: 'autre changement', other: 'autres changements' })} juste avant` : '';
};
const at = (entry: AuditEntry) => (macAndAddress(entry) ? ` (${macAndAddress(entry)})` : '');
const change = (entry: AuditEntry) =>
	text(entry, 'before') && text(entry, 'after') ? ` : ${text(entry, 'before')} → ${text(entry, 'after')}` : '';

/** "Programmation 2 de Pompe", "Toutes les programmations" of a device or of the house */
const schedulesIn = (entry: AuditEntry) => {
	const schedule = number(entry, 'schedule');
	if (schedule > 0) return `Programmation ${schedule} (${relay(entry)})`;
	return entry.device === null && entry.deviceName === null
		? 'Toutes les programmations de la maison'
		: 'Toutes les programmations';
};
/** ", jusqu’au 30 nov., 18:00", unless it has no end */
const toTheEnd = (entry: AuditEntry) => {
	const end = number(entry, 'until');
	return end >= PAUSE_FOREVER_AT ? '' : `, ${until(dayAndTime(end))}`;
};

const causes: Record<Exclude<Cause, 'command'>, (on: boolean) => string> = {
	schedule: () => 'programmation',
	countdown: (on) => (on ? 'minuteur' : 'fin du minuteur'),
	'auto-off': () => 'durée maximale atteinte',
	pulse: (on) => (on ? 'impulsion' : 'fin de l’impulsion'),
	interlock: () => 'verrouillage mutuel',
	input: () => 'interrupteur mural',
	boot: () => 'mise sous tension',
};

function switched(entry: AuditEntry, on: boolean): string {
	const { cause, details } = entry;
	const forMs = on && number(entry, 'forMs') > 0 ? ` pour ${exactDuration(number(entry, 'forMs'))}` : '';
	const state = `${on ? 'allumé' : 'éteint'}${forMs}`;
	if (cause && cause !== 'command') {
		const kept = details.stays === true ? 'reste allumé, minuteur annulé' : state;
		return `${relay(entry)} : ${kept} · ${causes[cause](on)}`;
	}
	const within = text(entry, 'scene') ? ` avec la scène ${text(entry, 'scene')}` : '';
	if (details.stays === true) return `${relay(entry)} : laissé allumé${by(entry)}${within}, minuteur annulé`;
	return `${relay(entry)} : ${state}${by(entry)}${within}`;
}

const failures: Record<string, string> = {
	'no-answer': 'la carte n’a pas répondu',
	'link-lost': 'la liaison a été perdue',
	refused: 'la carte a refusé',
	'board-not-connected': 'la carte n’était pas connectée',
};

function failed(entry: AuditEntry): string {
	const on = entry.details.on;
	const wanted = typeof on === 'boolean' ? (on ? 'pas allumé' : 'pas éteint') : 'commande non exécutée';
	const person = by(entry) && `, demandé${by(entry)}`;
	const why = text(entry, 'outcome') || text(entry, 'reason');
	return `${relay(entry)} : ${wanted}${person}${why ? ` (${failures[why] ?? why})` : ''}`;
}

const conflicts: Record<string, string> = {
	expired: 'sa clé d’enregistrement a expiré',
	'used-by-another-board': 'une autre carte a déjà utilisé cette clé',
	'known-board': 'cette carte était déjà associée',
	'owner-gone': 'la personne qui l’a configurée n’a plus de compte',
	'owner-may-not': 'la personne qui l’a configurée n’a plus le droit d’ajouter des appareils',
};

const boots: Record<string, string> = {
	power_on: 'mise sous tension',
	reset_button: 'bouton de réinitialisation',
	brown_out: 'alimentation trop faible',
	watchdog: 'elle ne répondait plus',
	crash: 'plantage',
	reboot: 'sur demande',
};

const clones: Record<string, string> = {
	'other-mac': 'Une autre carte s’est présentée avec le jeton de cet appareil et a été refusée',
	'second-link': 'Une deuxième carte s’est présentée avec le jeton de cet appareil alors qu’il était connecté',
};

/** The same for each kind of entry. */
export const auditSentences: Words['auditSentences'] = {
	'relay-on': (entry) => switched(entry, true),
	'relay-off': (entry) => switched(entry, false),
	'command-failed': failed,
	opened: (entry) => `${input(entry, 'Un contact')}: ouvert${untold(entry)}`,
	closed: (entry) => `${input(entry, 'Un contact')}: fermé${untold(entry)}`,
	motion: (entry) => `${input(entry, 'Un détecteur de mouvement')}: mouvement${untold(entry)}`,
	'motion-ended': (entry) => `${input(entry, 'Un détecteur de mouvement')}: plus de mouvement${untold(entry)}`,
	online: (entry) => {
		const gone = number(entry, 'forMs');
		return `${gone > 0 ? `De nouveau EN LIGNE, après ${duration(gone)}` : 'EN LIGNE'}${untold(entry)}`;
	},
	away: (entry) => `ABSENT : la liaison a été perdue${untold(entry)}`,
	offline: (entry) => `HORS LIGNE${untold(entry)}`,
	booted: (entry) => {
		const reason = text(entry, 'reason');
		return `La carte a redémarré${boots[reason] ? ` : ${boots[reason]}` : ''}${untold(entry)}`;
	},
	'pending-made': (entry) =>
		text(entry, 'firmwareFor') ? `Firmware pour Secure v2 créé${by(entry)}` : `${pending(entry)} créé${by(entry)}`,
	'pending-renewed': (entry) => `${pending(entry)} : nouvelle clé créée${by(entry)}`,
	'pending-deleted': (entry) => `${pending(entry)} supprimé${by(entry)}`,
	'pending-expired': (entry) => `${pending(entry)} expiré`,
	conflict: (entry) => {
		const reason = text(entry, 'reason');
		const name = entry.deviceName ? ` comme ${isolate(entry.deviceName)}` : '';
		return `Une carte${at(entry)} attend d’être associée${name}${reason ? ` : ${conflicts[reason] ?? reason}` : ''}`;
	},
	rejected: (entry) => `Carte${at(entry)} rejetée${by(entry)}`,
	claimed: (entry) => {
		if (text(entry, 'how') === 'regenerated') return 'De retour avec son nouveau firmware et son nouveau jeton';
		return entry.person ? `Associé${by(entry)}` : 'Associé automatiquement';
	},
	replaced: (entry) => {
		const before = text(entry, 'macBefore');
		return `Carte remplacée par une autre${at(entry)}${before ? `, auparavant ${macText(before)}` : ''}${by(entry) && `, fait${by(entry)}`}`;
	},
	rotating: (entry) => `Un nouveau jeton est en route vers la carte${by(entry) && `, demandé${by(entry)}`}`,
	rotated: () => 'La carte a son nouveau jeton ; l’ancien n’est plus valable',
	regenerated: (entry) => `Jeton régénéré${by(entry)} : nouveau firmware créé, l’ancien jeton n’est plus valable`,
	revoked: (entry) => `Jeton révoqué${by(entry)}`,
	upgraded: (entry) => `Passé à Secure v2${by(entry) && `, fait${by(entry)}`}`,
	'config-changed': (entry) =>
		changes(entry) ? `${changes(entry)}${by(entry) && `, modifié${by(entry)}`}` : `Paramètres modifiés${by(entry)}`,
	'config-applied': () => 'Paramètres appliqués sur la carte, sans la reflasher',
	'config-refused': (entry) => `La carte a refusé ses paramètres${because(entry, 'error', 'reason')}`,
	'wifi-changed': (entry) => {
		const [before, ssid] = [text(entry, 'before'), text(entry, 'ssid')];
		if (!ssid) return `Deuxième Wi-Fi ${before && `${before} `}retiré${by(entry)}`;
		return before
			? `Deuxième Wi-Fi changé${by(entry)} : ${before} → ${ssid}`
			: `Deuxième Wi-Fi ${ssid} défini${by(entry)}`;
	},
	'schedules-paused': (entry) => `${schedulesIn(entry)} : mise en pause${by(entry)}${toTheEnd(entry)}`,
	'schedules-resumed': (entry) => `${schedulesIn(entry)} : réactivation${by(entry)}`,
	'vacation-set': (entry) =>
		`Vacances prévues${by(entry)} : à partir du ${dayAndTime(number(entry, 'from'))}${toTheEnd(entry)}`,
	'vacation-ended': (entry) => `Vacances terminées${by(entry)}`,
	added: (entry) => `${device(entry)} ajouté${by(entry)}`,
	'update-started': (entry) => {
		const before = text(entry, 'before');
		return `Mise à jour lancée${by(entry)} : ${before && `${before} → `}${firmware(entry)}`;
	},
	updated: (entry) => `Utilise maintenant : ${firmware(entry)}`,
	'update-failed': (entry) => `Échec de la mise à jour (${firmware(entry)})${because(entry, 'reason')}`,
	renamed: (entry) => `Renommé${by(entry)}${change(entry)}`,
	moved: (entry) => {
		const [before, after] = [text(entry, 'before'), text(entry, 'after') || text(entry, 'room')];
		if (!after) return `Retiré de ${before || 'sa pièce'}${by(entry)}`;
		return `Changé de pièce${by(entry)} : ${before && `${before} → `}${after}`;
	},
	deleted: (entry) => `${device(entry)} supprimé${by(entry)}`,
	'scene-made': (entry) => `${scene(entry)} créée${by(entry)}`,
	'scene-changed': (entry) => `${scene(entry)} modifiée${by(entry)}${changes(entry) ? ` : ${changes(entry)}` : ''}`,
	'scene-deleted': (entry) => `${scene(entry)} supprimée${by(entry)}`,
	'scene-run': (entry) => {
		const failed = number(entry, 'failed');
		return `${scene(entry)} lancée${by(entry)}${failed > 0 ? `, échec pour ${failed} sur ${failed + number(entry, 'done')}` : ''}`;
	},
	'clone-tried': (entry) =>
		`${clones[text(entry, 'how')] ?? 'Une copie du jeton de cet appareil a été essayée et refusée'}${at(entry)}`,
	'board-flooded': (entry) =>
		entry.details['closed'] === true
			? 'La carte envoyait toujours beaucoup trop de données : sa liaison a été fermée'
			: 'La carte envoie trop de données ; l’excédent est ignoré',
	'signed-in': (entry) => `Connexion de ${who(entry)}${fromAddress(entry)}`,
	'signed-out': (entry) => `Déconnexion de ${who(entry)}`,
	'second-factor-failed': (entry) => {
		const more = number(entry, 'untold');
		const times = more > 0 ? ` ; ${counted(more, { one: 'autre fois', other: 'autres fois' })} juste avant` : '';
		return `Quelqu’un connaissait le mot de passe de ${text(entry, 'name') || 'quelqu’un'} mais n’a pas donné de code correct${fromAddress(entry)}${times}`;
	},
	'locked-out': (entry) => lockOutWords.audit.began(entry.details, number(entry, 'untold')),
	'lock-out-lifted': (entry) => lockOutWords.audit.lifted(entry.details, who(entry)),
	...peopleSentences,
	'hub-started': (entry) => `Le hub a démarré${text(entry, 'version') && `, version ${text(entry, 'version')}`}`,
	'hub-stopped': () => 'Le hub s’est arrêté',
	'backup-made': (entry) => {
		if (!entry.person) return 'La sauvegarde nocturne a été faite';
		return `${who(entry)} a ${entry.details['made'] === 'nightly' ? 'fait' : 'téléchargé'} une sauvegarde`;
	},
	'backup-failed': (entry) =>
		entry.person
			? `Échec d’une sauvegarde demandée par ${who(entry)}${because(entry, 'reason')}`
			: `Échec de la sauvegarde nocturne${because(entry, 'reason')}`,
	'backup-changed': (entry) => {
		const passphrase = entry.details['newPassphrase'] === true ? ', avec une autre phrase secrète' : '';
		if (entry.details['on'] === false) return `Sauvegardes nocturnes désactivées${by(entry)}${passphrase}`;
		return `Sauvegardes nocturnes réglées${by(entry)}${passphrase}`;
	},
	restored: (entry) => `Le hub a été restauré depuis une sauvegarde du ${dateOf(number(entry, 'madeAt'))}`,
	'https-changed': (entry) =>
		`HTTPS ${entry.details['on'] === true ? 'activé' : 'désactivé'}${by(entry)} ; toutes les sessions ont pris fin`,
	'network-kept': (entry) => `${wifi(entry)} conservé pour la prochaine carte${by(entry)}`,
	'network-changed': (entry) => `${wifi(entry)} conservé avec un autre mot de passe${by(entry)}`,
	'network-removed': (entry) => `${wifi(entry)} retiré des réseaux conservés${by(entry)}`,
	'firmware-installed': (entry) => {
		const boards = counted(number(entry, 'boards'), { one: 'carte', other: 'cartes' });
		return `${pack(entry)} installé${by(entry)} : ${boards}`;
	},
	'firmware-removed': (entry) =>
		entry.person ? `${pack(entry)} retiré${by(entry)}` : `${pack(entry)} retiré : plus aucune carte n’en a besoin`,
	'settings-changed': (entry) => `Paramètres du hub modifiés${by(entry)}${changes(entry) && ` (${changes(entry)})`}`,
};
