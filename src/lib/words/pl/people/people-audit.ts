import type { AUDIT, AuditEntry } from '$protocol/dashboard/history.ts';
import { dayAndTime } from '$lib/words/format/dates.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { counted } from '$lib/words/format/plural.ts';

/** Names stand after a colon or a dot, because Polish would inflect them and the verbs beside them. */

const by = ({ person }: AuditEntry) => (person ? ` · ${isolate(person)}` : '');
const detail = ({ details }: AuditEntry, key: string) => {
	const value = details[key];
	return typeof value === 'string' && value !== '' ? isolate(value) : undefined;
};
/** the person that the entry is about; without a name it is whoever did it */
const whom = (entry: AuditEntry, nobody = 'ktoś') =>
	detail(entry, 'name') ?? (entry.person ? isolate(entry.person) : nobody);

const roles: Record<string, string> = { owner: 'właściciel', member: 'domownik', guest: 'gość' };
const role = (entry: AuditEntry, key = 'role') => roles[String(entry.details[key])];
const fromAddress = (entry: AuditEntry) => {
	const address = detail(entry, 'address');
	return address ? `, adres ${address}` : '';
};

/** whether somebody did it to themselves */
const own = (entry: AuditEntry) => entry.person !== null && entry.person === entry.details.name;
/** who did it, unless it is the person that the sentence names already */
const byOther = (entry: AuditEntry) => (own(entry) ? '' : by(entry));

const scopes: Record<string, string> = {
	read: 'może odczytywać',
	switch: 'może przełączać przekaźniki i sceny',
	everything: 'może wszystko, co ta osoba',
};
const token = (entry: AuditEntry) => detail(entry, 'token') ?? 'bez nazwy';

/** The sentence of the audit log for everything that happens to people. */
export const peopleSentences: Record<(typeof AUDIT)['people'][number], (entry: AuditEntry) => string> = {
	invited: (entry) => {
		const parts = [detail(entry, 'name'), role(entry)].filter(Boolean).join(', ');
		return `Utworzono zaproszenie${parts && `: ${parts}`}${by(entry)}`;
	},
	'invitation-withdrawn': (entry) => {
		const whose = detail(entry, 'name') ?? role(entry);
		return `Wycofano zaproszenie${whose ? `: ${whose}` : ''}${by(entry)}`;
	},
	joined: (entry) => {
		const inviter = detail(entry, 'invitedBy');
		const as = role(entry) ? `, ${role(entry)}` : '';
		return `Nowa osoba: ${whom(entry)}${as}${inviter ? `, zaproszenie: ${inviter}` : ''}${fromAddress(entry)}`;
	},
	'role-changed': (entry) => {
		const before = role(entry, 'before');
		return `Nowa rola: ${whom(entry)}, ${role(entry) ?? 'nieznana'}${before ? `, wcześniej ${before}` : ''}${by(entry)}`;
	},
	'access-changed': (entry) => {
		const { mayUpdateOthers: updates, until } = entry.details;
		if (typeof updates === 'boolean') {
			const what = updates
				? 'może teraz aktualizować płytki innych osób'
				: 'nie może już aktualizować płytek innych osób';
			return `${whom(entry, 'Ktoś')} ${what}${by(entry)}`;
		}
		const end = typeof until === 'number' ? `, koniec: ${dayAndTime(until)}` : '';
		return `Zmieniono dostęp: ${whom(entry)}${end}${by(entry)}`;
	},
	'person-renamed': (entry) => {
		const before = detail(entry, 'before');
		return before ? `Zmieniono nazwę: ${before} → ${whom(entry)}` : `Nowa nazwa: ${whom(entry)}`;
	},
	'person-removed': (entry) => `Usunięto z huba: ${whom(entry)}${by(entry)}`,
	'password-changed': (entry) => `Zmieniono hasło: ${whom(entry)}`,
	'second-factor-on': (entry) => `Włączono drugi składnik: ${whom(entry)}`,
	'second-factor-off': (entry) => `Wyłączono drugi składnik: ${whom(entry)}`,
	'second-factor-reset': (entry) => `Wyłączono drugi składnik: ${whom(entry)}${by(entry)}`,
	'recovery-codes-made': (entry) => `Utworzono nowe kody odzyskiwania: ${whom(entry)}`,
	'recovery-code-used': (entry) => {
		const { left } = entry.details;
		return `Użyto kodu odzyskiwania: ${whom(entry)}${typeof left === 'number' ? `; zostało ${left}` : ''}`;
	},
	'api-token-made': (entry) => {
		const { expiresAt } = entry.details;
		const may = scopes[String(entry.details.scope)];
		const until = typeof expiresAt === 'number' && `ważny do: ${dayAndTime(expiresAt)}`;
		const more = [may, until].map((part) => (part ? `, ${part}` : '')).join('');
		return `Utworzono token API ${token(entry)}${more} · ${whom(entry)}`;
	},
	'api-token-used-first': (entry) => `Pierwsze użycie tokena API ${token(entry)}${fromAddress(entry)} · ${whom(entry)}`,
	'api-tokens-ended': (entry) => {
		const names = detail(entry, 'tokens') ?? 'bez nazwy';
		const many = typeof entry.details.count === 'number' && entry.details.count > 1;
		return `Zakończono ${many ? 'tokeny' : 'token'} API: ${names} (${whom(entry)})${byOther(entry)}`;
	},
	'sessions-ended': (entry) => {
		const { count } = entry.details;
		const forms = { one: 'sesję', few: 'sesje', many: 'sesji', other: 'sesji' };
		const sessions = typeof count === 'number' ? counted(count, forms) : 'sesje';
		return `Zakończono ${sessions}: ${whom(entry)}${byOther(entry)}`;
	},
};
