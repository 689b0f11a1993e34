import type { AUDIT, AuditEntry } from '$protocol/dashboard/history.ts';
import { dayAndTime } from '$lib/words/format/dates.ts';
import { isolate } from '$lib/words/format/isolate.ts';

const by = ({ person }: AuditEntry) => (person ? ` door ${isolate(person)}` : '');
const detail = ({ details }: AuditEntry, key: string) => {
	const value = details[key];
	return typeof value === 'string' && value !== '' ? isolate(value) : undefined;
};
/** the person that the entry is about; without a name it is whoever did it */
const whom = (entry: AuditEntry) => detail(entry, 'name') ?? (entry.person ? isolate(entry.person) : 'Iemand');
const within = (entry: AuditEntry) => whom(entry).replace(/^Iemand$/, 'iemand');

const roles: Record<string, string> = { owner: 'eigenaar', member: 'lid', guest: 'gast' };
const role = (entry: AuditEntry, key = 'role') => roles[String(entry.details[key])];
const invitee = (entry: AuditEntry) => (role(entry) ? `een ${role(entry)}` : 'iemand');
const sessions = ({ details: { count } }: AuditEntry, which = '') =>
	typeof count !== 'number' ? `${which}sessies` : count === 1 ? `één ${which}sessie` : `${count} ${which}sessies`;

/** whether somebody did it to themselves */
const own = (entry: AuditEntry) => entry.person !== null && entry.person === entry.details.name;
const scopes: Record<string, string> = {
	read: 'mag lezen',
	switch: 'mag relais en scènes schakelen',
	everything: 'mag alles wat deze persoon mag',
};
const token = (entry: AuditEntry) => detail(entry, 'token') ?? 'zonder naam';

/** The sentence of the audit log for everything that happens to people. */
export const peopleSentences: Record<(typeof AUDIT)['people'][number], (entry: AuditEntry) => string> = {
	invited: (entry) => {
		const name = detail(entry, 'name');
		const as = role(entry) ? ` als ${role(entry)}` : '';
		return name ? `${name} uitgenodigd${as}${by(entry)}` : `Uitnodiging voor ${invitee(entry)} gemaakt${by(entry)}`;
	},
	'invitation-withdrawn': (entry) =>
		`Uitnodiging voor ${detail(entry, 'name') ?? invitee(entry)} ingetrokken${by(entry)}`,
	joined: (entry) => {
		const inviter = detail(entry, 'invitedBy');
		const address = detail(entry, 'address');
		const as = role(entry) ? ` als ${role(entry)}` : '';
		return `${whom(entry)} doet mee${as}${inviter ? `, uitgenodigd door ${inviter}` : ''}${address ? `, vanaf ${address}` : ''}`;
	},
	'role-changed': (entry) => {
		const before = role(entry, 'before');
		return `Rol van ${within(entry)} gewijzigd${before ? ` van ${before}` : ''} in ${role(entry) ?? 'iets anders'}${by(entry)}`;
	},
	'access-changed': (entry) => {
		const { mayUpdateOthers: updates, until } = entry.details;
		if (typeof updates === 'boolean') {
			const changed = by(entry) && `, gewijzigd${by(entry)}`;
			return `${whom(entry)} mag boards van anderen ${updates ? 'nu' : 'niet meer'} bijwerken${changed}`;
		}
		const what = `wat ${within(entry)} mag zien en schakelen${typeof until === 'number' ? `, tot ${dayAndTime(until)}` : ''}`;
		return `${entry.person ? isolate(entry.person) : 'Iemand'} wijzigde ${what}`;
	},
	'person-renamed': (entry) => {
		const before = detail(entry, 'before');
		return before ? `${before} heet nu ${within(entry)}` : `${whom(entry)} heeft een nieuwe naam`;
	},
	'person-removed': (entry) => `${whom(entry)} van deze hub verwijderd${by(entry)}`,
	'password-changed': (entry) => `${whom(entry)} wijzigde het eigen wachtwoord`,
	'second-factor-on': (entry) => `${whom(entry)} zette tweestapsverificatie aan`,
	'second-factor-off': (entry) => `${whom(entry)} zette tweestapsverificatie uit`,
	'second-factor-reset': (entry) => `Tweestapsverificatie van ${within(entry)} uitgezet${by(entry)}`,
	'recovery-codes-made': (entry) => `${whom(entry)} maakte nieuwe herstelcodes`,
	'recovery-code-used': (entry) => {
		const { left } = entry.details;
		return `${whom(entry)} gebruikte een herstelcode${typeof left === 'number' ? `; nog ${left} over` : ''}`;
	},
	'api-token-made': (entry) => {
		const { expiresAt } = entry.details;
		const may = scopes[String(entry.details.scope)];
		const until = typeof expiresAt === 'number' ? `geldig tot ${dayAndTime(expiresAt)}` : undefined;
		return [`${whom(entry)} maakte het API-token ${token(entry)}`, may, until].filter(Boolean).join(', ');
	},
	'api-token-used-first': (entry) => {
		const address = detail(entry, 'address');
		return `Het API-token ${token(entry)} van ${within(entry)} is voor het eerst gebruikt${address ? `, vanaf ${address}` : ''}`;
	},
	'api-tokens-ended': (entry) => {
		const names = detail(entry, 'tokens') ?? 'zonder naam';
		const many = typeof entry.details.count === 'number' && entry.details.count > 1;
		return own(entry)
			? `${whom(entry)} beëindigde ${many ? 'de API-tokens' : 'het API-token'} ${names}`
			: `${many ? 'API-tokens' : 'Het API-token'} van ${within(entry)} beëindigd${by(entry)}: ${names}`;
	},
	'sessions-ended': (entry) =>
		own(entry)
			? `${whom(entry)} beëindigde ${sessions(entry, 'eigen ')}`
			: `${whom(entry)} uitgelogd uit ${sessions(entry)}${by(entry)}`,
};
