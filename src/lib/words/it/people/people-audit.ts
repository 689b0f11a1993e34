import type { AUDIT, AuditEntry } from '$protocol/dashboard/history.ts';
import { dayAndTime } from '$lib/words/format/dates.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { until } from '../when.ts';

const by = ({ person }: AuditEntry) => (person ? ` da ${isolate(person)}` : '');
const detail = ({ details }: AuditEntry, key: string) => {
	const value = details[key];
	return typeof value === 'string' && value !== '' ? isolate(value) : undefined;
};
/** the person that the entry is about; without a name it is whoever did it */
const whom = (entry: AuditEntry) => detail(entry, 'name') ?? (entry.person ? isolate(entry.person) : 'Qualcuno');

const roles: Record<string, string> = { owner: 'proprietario', member: 'membro', guest: 'ospite' };
const role = (entry: AuditEntry, key = 'role') => roles[String(entry.details[key])];
const sessions = ({ details: { count } }: AuditEntry) =>
	typeof count !== 'number' ? 'alcune sessioni' : count === 1 ? 'una sessione' : `${count} sessioni`;
const fromAddress = (entry: AuditEntry) => {
	const address = detail(entry, 'address');
	return address ? `, indirizzo ${address}` : '';
};

/** whether somebody did it to themselves */
const own = (entry: AuditEntry) => entry.person !== null && entry.person === entry.details.name;
const scopes: Record<string, string> = {
	read: 'leggere',
	switch: 'comandare relè e scene',
	everything: 'fare tutto ciò che può la persona',
};
const token = (entry: AuditEntry) => detail(entry, 'token') ?? 'senza nome';

/** The sentence of the audit log for everything that happens to people. */
export const peopleSentences: Record<(typeof AUDIT)['people'][number], (entry: AuditEntry) => string> = {
	invited: (entry) => {
		const name = detail(entry, 'name');
		const as = role(entry);
		if (name) return `Invito per ${name}${as ? ` come ${as}` : ''} creato${by(entry)}`;
		return `Invito per ${as ? `un ${as}` : 'qualcuno'} creato${by(entry)}`;
	},
	'invitation-withdrawn': (entry) => {
		const as = role(entry);
		return `Invito per ${detail(entry, 'name') ?? (as ? `un ${as}` : 'qualcuno')} ritirato${by(entry)}`;
	},
	joined: (entry) => {
		const inviter = detail(entry, 'invitedBy');
		const as = role(entry) ? ` come ${role(entry)}` : '';
		return `${whom(entry)} ora fa parte della casa${as}${inviter ? `, su invito di ${inviter}` : ''}${fromAddress(entry)}`;
	},
	'role-changed': (entry) => {
		const before = role(entry, 'before');
		return `Ruolo di ${whom(entry)} cambiato${by(entry)}: ${before ? `${before} → ` : ''}${role(entry) ?? 'altro'}`;
	},
	'access-changed': (entry) => {
		const { mayUpdateOthers: updates, until: end } = entry.details;
		if (typeof updates === 'boolean') {
			const changed = by(entry) && `, modificato${by(entry)}`;
			return `${whom(entry)} ${updates ? 'ora può' : 'non può più'} aggiornare le schede di altre persone${changed}`;
		}
		const what = `l’accesso di ${whom(entry)}${typeof end === 'number' ? `, valido ${until(dayAndTime(end))}` : ''}`;
		return `${entry.person ? isolate(entry.person) : 'Qualcuno'} ha modificato ${what}`;
	},
	'person-renamed': (entry) => {
		const before = detail(entry, 'before');
		return before ? `${before} ora si chiama ${whom(entry)}` : `${whom(entry)} ha un nuovo nome`;
	},
	'person-removed': (entry) =>
		entry.person
			? `${isolate(entry.person)} ha rimosso ${whom(entry)} da questo hub`
			: `${whom(entry)} non fa più parte di questo hub`,
	'password-changed': (entry) => `${whom(entry)} ha cambiato la sua password`,
	'second-factor-on': (entry) => `${whom(entry)} ha attivato il suo secondo fattore`,
	'second-factor-off': (entry) => `${whom(entry)} ha disattivato il suo secondo fattore`,
	'second-factor-reset': (entry) => `Secondo fattore di ${whom(entry)} disattivato${by(entry)}`,
	'recovery-codes-made': (entry) => `${whom(entry)} ha creato nuovi codici di recupero`,
	'recovery-code-used': (entry) => {
		const { left } = entry.details;
		const rest = typeof left !== 'number' ? '' : left === 1 ? '; ne resta 1' : `; ne restano ${left}`;
		return `${whom(entry)} ha usato un codice di recupero${rest}`;
	},
	'api-token-made': (entry) => {
		const { expiresAt } = entry.details;
		const end = typeof expiresAt === 'number' ? ` ${until(dayAndTime(expiresAt))}` : '';
		const may = scopes[String(entry.details.scope)];
		const told = may ? `, che può ${may}${end}` : end && `, valido${end}`;
		return `${whom(entry)} ha creato il token API ${token(entry)}${told}`;
	},
	'api-token-used-first': (entry) =>
		`Il token API ${token(entry)} di ${whom(entry)} è stato usato per la prima volta${fromAddress(entry)}`,
	'api-tokens-ended': (entry) => {
		const names = detail(entry, 'tokens') ?? 'senza nome';
		const many = typeof entry.details.count === 'number' && entry.details.count > 1;
		if (own(entry)) return `${whom(entry)} ha terminato ${many ? 'i' : 'il'} token API ${names}`;
		return `Token API di ${whom(entry)} ${many ? 'terminati' : 'terminato'}${by(entry)}: ${names}`;
	},
	'sessions-ended': (entry) => {
		if (own(entry)) return `${whom(entry)} ha terminato ${sessions(entry)} del proprio account`;
		const { count } = entry.details;
		return `${whom(entry)}: ${sessions(entry)} ${count === 1 ? 'terminata' : 'terminate'}${by(entry)}`;
	},
};
