import type { AUDIT, AuditEntry } from '$protocol/dashboard/history.ts';
import { dayAndTime } from '$lib/words/format/dates.ts';
import { isolate } from '$lib/words/format/isolate.ts';

const by = ({ person }: AuditEntry) => (person ? ` by ${isolate(person)}` : '');
const detail = ({ details }: AuditEntry, key: string) => {
	const value = details[key];
	return typeof value === 'string' && value !== '' ? isolate(value) : undefined;
};
/** the person that the entry is about; without a name it is whoever did it */
const whom = (entry: AuditEntry) => detail(entry, 'name') ?? (entry.person ? isolate(entry.person) : 'Somebody');

const roles: Record<string, string> = { owner: 'an owner', member: 'a member', guest: 'a guest' };
const role = (entry: AuditEntry, key = 'role') => roles[String(entry.details[key])];
const sessions = ({ details: { count } }: AuditEntry) =>
	typeof count !== 'number' ? 'sessions' : count === 1 ? 'one session' : `${count} sessions`;

/** whether somebody did it to themselves */
const own = (entry: AuditEntry) => entry.person !== null && entry.person === entry.details.name;
const scopes: Record<string, string> = {
	read: 'read',
	switch: 'switch relays and scenes',
	everything: 'do everything they may',
};
const token = (entry: AuditEntry) => detail(entry, 'token') ?? 'of no name';

/** The sentence of the audit log for everything that happens to people. */
export const peopleSentences: Record<(typeof AUDIT)['people'][number], (entry: AuditEntry) => string> = {
	invited: (entry) => {
		const name = detail(entry, 'name');
		const as = role(entry) ?? 'somebody';
		return name ? `${name} invited as ${as}${by(entry)}` : `Invitation for ${as} made${by(entry)}`;
	},
	'invitation-withdrawn': (entry) =>
		`Invitation for ${detail(entry, 'name') ?? role(entry) ?? 'somebody'} withdrawn${by(entry)}`,
	joined: (entry) => {
		const inviter = detail(entry, 'invitedBy');
		const address = detail(entry, 'address');
		const as = role(entry) ? ` as ${role(entry)}` : '';
		return `${whom(entry)} joined${as}${inviter ? `, invited by ${inviter}` : ''}${address ? `, from ${address}` : ''}`;
	},
	'role-changed': (entry) => {
		const before = role(entry, 'before');
		return `${whom(entry)} made ${role(entry) ?? 'something else'}${by(entry)}${before ? `, was ${before} before` : ''}`;
	},
	'access-changed': (entry) => {
		const { mayUpdateOthers: updates, until } = entry.details;
		if (typeof updates === 'boolean') {
			const changed = by(entry) && `, changed${by(entry)}`;
			return `${whom(entry)} may ${updates ? 'now' : 'no longer'} update other people’s boards${changed}`;
		}
		const what = `what ${whom(entry)} may reach${typeof until === 'number' ? `, until ${dayAndTime(until)}` : ''}`;
		return entry.person ? `${isolate(entry.person)} changed ${what}` : `Somebody changed ${what}`;
	},
	'person-renamed': (entry) => {
		const before = detail(entry, 'before');
		return before ? `${before} is called ${whom(entry)} now` : `${whom(entry)} has a new name`;
	},
	'person-removed': (entry) => `${whom(entry)} removed from this hub${by(entry)}`,
	'password-changed': (entry) => `${whom(entry)} changed their password`,
	'second-factor-on': (entry) => `${whom(entry)} turned their second factor on`,
	'second-factor-off': (entry) => `${whom(entry)} turned their second factor off`,
	'second-factor-reset': (entry) => `Second factor of ${whom(entry)} turned off${by(entry)}`,
	'recovery-codes-made': (entry) => `${whom(entry)} made new recovery codes`,
	'recovery-code-used': (entry) => {
		const { left } = entry.details;
		return `${whom(entry)} used a recovery code${typeof left === 'number' ? `; ${left} left` : ''}`;
	},
	'api-token-made': (entry) => {
		const { expiresAt } = entry.details;
		const until = typeof expiresAt === 'number' ? ` until ${dayAndTime(expiresAt)}` : '';
		const may = scopes[String(entry.details.scope)];
		return `${whom(entry)} made the API token ${token(entry)}${may || until ? `, which may ${may ?? 'be used'}${until}` : ''}`;
	},
	'api-token-used-first': (entry) => {
		const address = detail(entry, 'address');
		return `The API token ${token(entry)} of ${whom(entry)} was used for the first time${address ? `, from ${address}` : ''}`;
	},
	'api-tokens-ended': (entry) => {
		const names = detail(entry, 'tokens') ?? 'of no name';
		const many = typeof entry.details.count === 'number' && entry.details.count > 1 ? 'API tokens' : 'the API token';
		return own(entry)
			? `${whom(entry)} ended ${many} ${names}`
			: `${many === 'API tokens' ? many : 'The API token'} of ${whom(entry)} ended${by(entry)}: ${names}`;
	},
	'sessions-ended': (entry) => {
		return own(entry)
			? `${whom(entry)} ended ${sessions(entry)} of their own`
			: `${whom(entry)} signed out of ${sessions(entry)}${by(entry)}`;
	},
};
