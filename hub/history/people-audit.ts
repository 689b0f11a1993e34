import type { Accounts } from '../accounts/accounts.ts';
import type { AccountFacts } from '../accounts/facts.ts';
import { personActor } from '../base/actor.ts';
import type { Audit } from './audit.ts';
import { RateLimitedAudit } from './rate-limited-audit.ts';

/** Lock-outs recorded an hour, for each thing that is guessed at: strangers cause them. */
const LOCK_OUTS_AN_HOUR = 12;
/** Of one person. Who knows a password may begin sign-ins without end; few lines are enough to be warned. */
const MAX_FAILED_AN_HOUR = 4;

const SECOND_FACTOR = {
	on: 'second-factor-on',
	off: 'second-factor-off',
	reset: 'second-factor-reset',
	'new-codes': 'recovery-codes-made',
} as const;

/** Records the facts about people, until the returned function is called. `name` is whom it is about. */
export function listenToPeople(audit: Audit, { events }: Pick<Accounts, 'events'>): () => void {
	const lockOuts = new RateLimitedAudit(audit, LOCK_OUTS_AN_HOUR);
	const failed = new RateLimitedAudit(audit, MAX_FAILED_AN_HOUR);
	const offs = [
		events.on('Invited', ({ role, name, by }) => audit.record({ what: 'invited', by, details: { role, name } })),
		events.on('InvitationWithdrawn', ({ role, name, by }) =>
			audit.record({ what: 'invitation-withdrawn', by, details: { role, name } }),
		),
		events.on('Joined', ({ user, invitedBy, address }) =>
			audit.record({ what: 'joined', by: personActor(user), details: { role: user.role, invitedBy, address } }),
		),
		events.on('RoleChanged', ({ user: { name, role }, before, by }) =>
			audit.record({ what: 'role-changed', by, details: { name, role, before } }),
		),
		events.on('AccessChanged', ({ user: { name, until }, mayUpdateOthers, by }) =>
			audit.record({
				what: 'access-changed',
				by,
				details: {
					name,
					...(until !== undefined && { until }),
					...(mayUpdateOthers !== undefined && { mayUpdateOthers }),
				},
			}),
		),
		events.on('PersonRenamed', ({ user: { name }, before, by }) =>
			audit.record({ what: 'person-renamed', by, details: { name, before } }),
		),
		events.on('PersonRemoved', ({ name, role, by }) =>
			audit.record({ what: 'person-removed', by, details: { name, role } }),
		),
		events.on('PasswordChanged', ({ by }) => audit.record({ what: 'password-changed', by })),
		events.on('SignedInByCode', ({ user, address }) =>
			audit.record({ what: 'signed-in', by: personActor(user), details: { address } }),
		),
		events.on('SecondFactorChanged', ({ user: { name }, change, by }) =>
			audit.record({ what: SECOND_FACTOR[change], by, details: { name } }),
		),
		events.on('RecoveryCodeUsed', ({ user, left }) =>
			audit.record({ what: 'recovery-code-used', by: personActor(user), details: { left } }),
		),
		// By nobody: it may have been somebody else.
		events.on('SecondFactorFailed', ({ user: { id, name }, address }) =>
			failed.record(id, { what: 'second-factor-failed', details: { name, address } }),
		),
		events.on('ApiTokenMade', ({ token, scope, expiresAt, by }) =>
			audit.record({ what: 'api-token-made', by, details: { token, scope, ...(expiresAt !== null && { expiresAt }) } }),
		),
		events.on('ApiTokenUsedFirst', ({ token, address, by }) =>
			audit.record({ what: 'api-token-used-first', by, details: { token, address } }),
		),
		events.on('ApiTokensEnded', ({ name, tokens, by }) =>
			audit.record({
				what: 'api-tokens-ended',
				by,
				details: { name, tokens: tokens.join(', '), count: tokens.length },
			}),
		),
		events.on('LockedOut', (lockOut) =>
			lockOuts.record(lockOut.what, { what: 'locked-out', details: lockOutDetails(lockOut) }),
		),
		events.on('LockOutLifted', (lockOut) =>
			audit.record({ what: 'lock-out-lifted', by: lockOut.by, details: lockOutDetails(lockOut) }),
		),
		events.on('SessionsEndedBy', ({ user: { name }, count, by }) =>
			audit.record({ what: 'sessions-ended', by, details: { name, count } }),
		),
	];
	return () => offs.forEach((off) => off());
}

/** What was tried, and from where: an address, or where strangers are. */
function lockOutDetails({ what, who, names }: AccountFacts['LockedOut']): Record<string, string> {
	return {
		tried: what,
		...(who.kind === 'network' ? { address: who.network } : { strangers: who.from }),
		...(names.length > 0 && { names: names.join(', ') }),
	};
}
