import type { AUDIT, AuditEntry } from '$protocol/dashboard/history.ts';
import { dayAndTime } from '$lib/words/format/dates.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { counted, plural } from '$lib/words/format/plural.ts';

const by = ({ person }: AuditEntry) => (person ? ` par ${isolate(person)}` : '');
const detail = ({ details }: AuditEntry, key: string) => {
	const value = details[key];
	return typeof value === 'string' && value !== '' ? isolate(value) : undefined;
};
/** the person that the entry is about; without a name it is whoever did it */
const whom = (entry: AuditEntry) => detail(entry, 'name') ?? (entry.person ? isolate(entry.person) : 'Quelqu’un');

const roles: Record<string, string> = { owner: 'propriétaire', member: 'membre', guest: 'invité' };
const role = (entry: AuditEntry, key = 'role') => roles[String(entry.details[key])];
const sessions = ({ details: { count } }: AuditEntry) =>
	typeof count !== 'number' ? 'des sessions' : counted(count, { one: 'session', other: 'sessions' });

/** whether somebody did it to themselves */
const own = (entry: AuditEntry) => entry.person !== null && entry.person === entry.details.name;
const scopes: Record<string, string> = {
	read: 'lire',
	switch: 'commander relais et scènes',
	everything: 'faire tout ce que cette personne peut faire',
};
const token = (entry: AuditEntry) => detail(entry, 'token') ?? 'sans nom';
const fromAddress = (entry: AuditEntry) => {
	const address = detail(entry, 'address');
	return address ? `, depuis ${address}` : '';
};

/** The sentence of the audit log for everything that happens to people. */
export const peopleSentences: Record<(typeof AUDIT)['people'][number], (entry: AuditEntry) => string> = {
	invited: (entry) => {
		const name = detail(entry, 'name');
		const as = role(entry) ? ` (${role(entry)})` : '';
		return name ? `Invitation de ${name}${as} créée${by(entry)}` : `Invitation${as} créée${by(entry)}`;
	},
	'invitation-withdrawn': (entry) => {
		const name = detail(entry, 'name');
		const whose = name ? ` de ${name}` : role(entry) ? ` (${role(entry)})` : '';
		return `Invitation${whose} retirée${by(entry)}`;
	},
	joined: (entry) => {
		const inviter = detail(entry, 'invitedBy');
		const as = role(entry) ? ` comme ${role(entry)}` : '';
		return `${whom(entry)} a rejoint le hub${as}${inviter ? `, sur invitation de ${inviter}` : ''}${fromAddress(entry)}`;
	},
	'role-changed': (entry) => {
		const [before, now] = [role(entry, 'before'), role(entry)];
		return `Rôle de ${whom(entry)} changé${by(entry)}${now ? ` : ${before ? `${before} → ` : ''}${now}` : ''}`;
	},
	'access-changed': (entry) => {
		const { mayUpdateOthers: updates, until } = entry.details;
		if (typeof updates === 'boolean') {
			const changed = by(entry) && `, changé${by(entry)}`;
			return `${whom(entry)} ${updates ? 'peut maintenant' : 'ne peut plus'} mettre à jour les cartes des autres${changed}`;
		}
		const end = typeof until === 'number' ? `, jusqu’au ${dayAndTime(until)}` : '';
		return `Accès de ${whom(entry)} modifié${by(entry)}${end}`;
	},
	'person-renamed': (entry) => {
		const before = detail(entry, 'before');
		return before ? `${before} s’appelle maintenant ${whom(entry)}` : `${whom(entry)} a un nouveau nom`;
	},
	'person-removed': (entry) => `Compte de ${whom(entry)} retiré de ce hub${by(entry)}`,
	'password-changed': (entry) => `${whom(entry)} a changé son mot de passe`,
	'second-factor-on': (entry) => `${whom(entry)} a activé son second facteur`,
	'second-factor-off': (entry) => `${whom(entry)} a désactivé son second facteur`,
	'second-factor-reset': (entry) => `Second facteur de ${whom(entry)} désactivé${by(entry)}`,
	'recovery-codes-made': (entry) => `${whom(entry)} a créé de nouveaux codes de récupération`,
	'recovery-code-used': (entry) => {
		const { left } = entry.details;
		const rest = typeof left === 'number' ? (left === 0 ? ' ; il n’en reste aucun' : ` ; il en reste ${left}`) : '';
		return `${whom(entry)} a utilisé un code de récupération${rest}`;
	},
	'api-token-made': (entry) => {
		const { expiresAt } = entry.details;
		const until = typeof expiresAt === 'number' ? ` jusqu’au ${dayAndTime(expiresAt)}` : '';
		const may = scopes[String(entry.details.scope)];
		const right = may ? `, qui permet de ${may}${until}` : until && `, valable${until}`;
		return `${whom(entry)} a créé le jeton API ${token(entry)}${right}`;
	},
	'api-token-used-first': (entry) =>
		`Première utilisation du jeton API ${token(entry)} de ${whom(entry)}${fromAddress(entry)}`,
	'api-tokens-ended': (entry) => {
		const names = detail(entry, 'tokens') ?? 'sans nom';
		const count = typeof entry.details.count === 'number' ? entry.details.count : 1;
		if (own(entry))
			return `${whom(entry)} a supprimé ${plural(count, { one: 'le jeton API', other: 'les jetons API' })} ${names}`;
		return count > 1
			? `Jetons API de ${whom(entry)} supprimés${by(entry)} : ${names}`
			: `Jeton API de ${whom(entry)} supprimé${by(entry)} : ${names}`;
	},
	'sessions-ended': (entry) =>
		own(entry)
			? `${whom(entry)} a fermé ${sessions(entry)} de son compte`
			: `Fermeture de ${sessions(entry).replace(/^des /, '')} de ${whom(entry)}${by(entry)}`,
};
