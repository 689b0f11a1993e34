import type { AUDIT, AuditEntry } from '$protocol/dashboard/history.ts';
import { dayAndTime } from '$lib/words/format/dates.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { counted, plural } from '$lib/words/format/plural.ts';

/** "Anna eliminó …"; without a name the sentence is impersonal: "Se eliminó …" */
const did = ({ person }: AuditEntry, active: string, impersonal = active) =>
	person ? `${isolate(person)} ${active}` : `Se ${impersonal}`;
const changedBy = ({ person }: AuditEntry) => (person ? `; lo cambió ${isolate(person)}` : '');
const detail = ({ details }: AuditEntry, key: string) => {
	const value = details[key];
	return typeof value === 'string' && value !== '' ? isolate(value) : undefined;
};
/** the person that the entry is about; without a name it is whoever did it */
const whom = (entry: AuditEntry) => detail(entry, 'name') ?? (entry.person ? isolate(entry.person) : 'Alguien');
/** the same within a sentence */
const toWhom = (entry: AuditEntry) => detail(entry, 'name') ?? (entry.person ? isolate(entry.person) : 'alguien');

const roles: Record<string, string> = { owner: 'propietario', member: 'miembro', guest: 'invitado' };
const role = (entry: AuditEntry, key = 'role') => roles[String(entry.details[key])];
const forRole = (entry: AuditEntry) => (role(entry) ? `un ${role(entry)}` : 'alguien');
const sessions = ({ details: { count } }: AuditEntry) =>
	typeof count !== 'number' ? 'sesiones' : counted(count, { one: 'sesión', other: 'sesiones' });

/** whether somebody did it to themselves */
const own = (entry: AuditEntry) => entry.person !== null && entry.person === entry.details.name;
const scopes: Record<string, string> = {
	read: 'leer',
	switch: 'controlar relés y escenas',
	everything: 'hacer todo lo que puede la persona',
};
const token = (entry: AuditEntry) => detail(entry, 'token') ?? 'sin nombre';

/** The sentence of the audit log for everything that happens to people. */
export const peopleSentences: Record<(typeof AUDIT)['people'][number], (entry: AuditEntry) => string> = {
	invited: (entry) => {
		const name = detail(entry, 'name');
		const as = role(entry) ? ` como ${role(entry)}` : '';
		return did(entry, name ? `invitó a ${name}${as}` : `creó una invitación para ${forRole(entry)}`);
	},
	'invitation-withdrawn': (entry) => did(entry, `retiró la invitación para ${detail(entry, 'name') ?? forRole(entry)}`),
	joined: (entry) => {
		const inviter = detail(entry, 'invitedBy');
		const address = detail(entry, 'address');
		const as = role(entry) ? ` como ${role(entry)}` : '';
		return `${whom(entry)} se unió${as}${inviter ? `, por invitación de ${inviter}` : ''}${address ? `, desde ${address}` : ''}`;
	},
	'role-changed': (entry) => {
		const before = role(entry, 'before');
		const now = role(entry) ? `ahora es ${role(entry)}` : 'ahora tiene otro rol';
		return `${whom(entry)} ${now}${before ? `, antes ${before}` : ''}${changedBy(entry)}`;
	},
	'access-changed': (entry) => {
		const { mayUpdateOthers: updates, until } = entry.details;
		if (typeof updates === 'boolean') {
			return `${whom(entry)} ${updates ? 'ahora puede' : 'ya no puede'} actualizar las placas de otras personas${changedBy(entry)}`;
		}
		const what = `cambió el acceso de ${toWhom(entry)}${typeof until === 'number' ? `, hasta: ${dayAndTime(until)}` : ''}`;
		return did(entry, what);
	},
	'person-renamed': (entry) => {
		const before = detail(entry, 'before');
		return before ? `${before} ahora se llama ${toWhom(entry)}` : `${whom(entry)} tiene un nombre nuevo`;
	},
	'person-removed': (entry) => did(entry, `eliminó a ${toWhom(entry)} de este hub`),
	'password-changed': (entry) => `${whom(entry)} cambió su contraseña`,
	'second-factor-on': (entry) => `${whom(entry)} activó su segundo factor`,
	'second-factor-off': (entry) => `${whom(entry)} desactivó su segundo factor`,
	'second-factor-reset': (entry) => did(entry, `desactivó el segundo factor de ${toWhom(entry)}`),
	'recovery-codes-made': (entry) => `${whom(entry)} creó códigos de recuperación nuevos`,
	'recovery-code-used': (entry) => {
		const { left } = entry.details;
		const rest = typeof left === 'number' ? `; ${plural(left, { one: 'queda', other: 'quedan' })} ${left}` : '';
		return `${whom(entry)} usó un código de recuperación${rest}`;
	},
	'api-token-made': (entry) => {
		const { expiresAt } = entry.details;
		const until = typeof expiresAt === 'number' ? `, hasta: ${dayAndTime(expiresAt)}` : '';
		const may = scopes[String(entry.details.scope)];
		return `${whom(entry)} creó el token de API ${token(entry)}${may ? `, que puede ${may}` : ''}${until}`;
	},
	'api-token-used-first': (entry) => {
		const address = detail(entry, 'address');
		return `El token de API ${token(entry)} de ${toWhom(entry)} se usó por primera vez${address ? `, desde ${address}` : ''}`;
	},
	'api-tokens-ended': (entry) => {
		const names = detail(entry, 'tokens') ?? 'sin nombre';
		const many = typeof entry.details.count === 'number' && entry.details.count > 1;
		if (own(entry)) return `${whom(entry)} anuló ${many ? 'los tokens' : 'el token'} de API ${names}`;
		const of = `${many ? 'los tokens' : 'el token'} de API de ${toWhom(entry)}: ${names}`;
		return did(entry, `anuló ${of}`, `${many ? 'anularon' : 'anuló'} ${of}`);
	},
	'sessions-ended': (entry) => {
		if (own(entry)) return `${whom(entry)} cerró ${sessions(entry)} de su cuenta`;
		const of = `${sessions(entry)} de ${toWhom(entry)}`;
		return did(entry, `cerró ${of}`, `${entry.details.count === 1 ? 'cerró' : 'cerraron'} ${of}`);
	},
};
