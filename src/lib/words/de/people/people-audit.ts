import type { AUDIT, AuditEntry } from '$protocol/dashboard/history.ts';
import { dayAndTime } from '$lib/words/format/dates.ts';
import { isolate } from '$lib/words/format/isolate.ts';

const by = ({ person }: AuditEntry) => (person ? ` von ${isolate(person)}` : '');
const detail = ({ details }: AuditEntry, key: string) => {
	const value = details[key];
	return typeof value === 'string' && value !== '' ? isolate(value) : undefined;
};
/** the person that the entry is about; without a name it is whoever did it */
const whom = (entry: AuditEntry) => detail(entry, 'name') ?? (entry.person ? isolate(entry.person) : 'Jemand');

const roles: Record<string, string> = { owner: 'Besitzer', member: 'Mitglied', guest: 'Gast' };
const role = (entry: AuditEntry, key = 'role') => roles[String(entry.details[key])];
/** after „für“ */
const forRoles: Record<string, string> = { owner: 'einen Besitzer', member: 'ein Mitglied', guest: 'einen Gast' };
const forRole = (entry: AuditEntry) => forRoles[String(entry.details.role)] ?? 'jemanden';

/** whether somebody did it to themselves */
const own = (entry: AuditEntry) => entry.person !== null && entry.person === entry.details.name;
const ownSessions = ({ details: { count } }: AuditEntry) =>
	typeof count !== 'number' ? 'eigene Sitzungen' : count === 1 ? 'eine eigene Sitzung' : `${count} eigene Sitzungen`;
const sessions = ({ details: { count } }: AuditEntry) =>
	typeof count !== 'number' ? 'Sitzungen' : count === 1 ? 'Eine Sitzung' : `${count} Sitzungen`;

const scopes: Record<string, string> = {
	read: 'darf lesen',
	switch: 'darf Relais und Szenen schalten',
	everything: 'darf alles, was die Person darf',
};
const token = (entry: AuditEntry) => detail(entry, 'token') ?? 'ohne Namen';

/** The sentence of the audit log for everything that happens to people. */
export const peopleSentences: Record<(typeof AUDIT)['people'][number], (entry: AuditEntry) => string> = {
	invited: (entry) => {
		const name = detail(entry, 'name');
		return name
			? `${name} eingeladen${role(entry) ? ` als ${role(entry)}` : ''}${by(entry)}`
			: `Einladung für ${forRole(entry)} erstellt${by(entry)}`;
	},
	'invitation-withdrawn': (entry) =>
		`Einladung für ${detail(entry, 'name') ?? forRole(entry)} zurückgezogen${by(entry)}`,
	joined: (entry) => {
		const inviter = detail(entry, 'invitedBy');
		const address = detail(entry, 'address');
		const as = role(entry) ? ` als ${role(entry)}` : '';
		return `${whom(entry)} ist${as} beigetreten${inviter ? `, eingeladen von ${inviter}` : ''}${address ? `, Adresse ${address}` : ''}`;
	},
	'role-changed': (entry) => {
		const before = role(entry, 'before');
		const now = role(entry) ? `ist jetzt ${role(entry)}` : 'hat jetzt eine andere Rolle';
		return `${whom(entry)} ${now}${before ? `, vorher ${before}` : ''}${by(entry) && `, geändert${by(entry)}`}`;
	},
	'access-changed': (entry) => {
		const { mayUpdateOthers: updates, until } = entry.details;
		if (typeof updates === 'boolean') {
			const what = updates
				? 'darf jetzt die Boards anderer aktualisieren'
				: 'darf die Boards anderer nicht mehr aktualisieren';
			return `${whom(entry)} ${what}${by(entry) && `, geändert${by(entry)}`}`;
		}
		const who = entry.person ? isolate(entry.person) : 'Jemand';
		const end = typeof until === 'number' ? `, bis ${dayAndTime(until)}` : '';
		return `${who} hat geändert, was ${whom(entry)} sehen und schalten darf${end}`;
	},
	'person-renamed': (entry) => {
		const before = detail(entry, 'before');
		return before ? `${before} heißt jetzt ${whom(entry)}` : `${whom(entry)} hat einen neuen Namen`;
	},
	'person-removed': (entry) => `${whom(entry)} aus diesem Hub entfernt${by(entry)}`,
	'password-changed': (entry) => `${whom(entry)} hat das eigene Passwort geändert`,
	'second-factor-on': (entry) => `${whom(entry)} hat den zweiten Faktor eingeschaltet`,
	'second-factor-off': (entry) => `${whom(entry)} hat den zweiten Faktor ausgeschaltet`,
	'second-factor-reset': (entry) => `Zweiter Faktor von ${whom(entry)} ausgeschaltet${by(entry)}`,
	'recovery-codes-made': (entry) => `${whom(entry)} hat neue Wiederherstellungscodes erstellt`,
	'recovery-code-used': (entry) => {
		const { left } = entry.details;
		return `${whom(entry)} hat einen Wiederherstellungscode benutzt${typeof left === 'number' ? `; noch ${left} übrig` : ''}`;
	},
	'api-token-made': (entry) => {
		const { expiresAt } = entry.details;
		const may = scopes[String(entry.details.scope)];
		const until = typeof expiresAt === 'number' && `gilt bis ${dayAndTime(expiresAt)}`;
		return `${whom(entry)} hat das API-Token ${token(entry)} erstellt${[may, until].map((part) => (part ? `, ${part}` : '')).join('')}`;
	},
	'api-token-used-first': (entry) => {
		const address = detail(entry, 'address');
		return `Das API-Token ${token(entry)} von ${whom(entry)} wurde zum ersten Mal benutzt${address ? `, Adresse ${address}` : ''}`;
	},
	'api-tokens-ended': (entry) => {
		const names = detail(entry, 'tokens') ?? 'ohne Namen';
		const many = typeof entry.details.count === 'number' && entry.details.count > 1;
		if (own(entry)) return `${whom(entry)} hat ${many ? 'die API-Tokens' : 'das API-Token'} ${names} beendet`;
		return `${many ? 'API-Tokens' : 'API-Token'} von ${whom(entry)} beendet${by(entry)}: ${names}`;
	},
	'sessions-ended': (entry) =>
		own(entry)
			? `${whom(entry)} hat ${ownSessions(entry)} beendet`
			: `${sessions(entry)} von ${whom(entry)} beendet${by(entry)}`,
};
