/** The past: the audit log, presence, readings and the board's own log. */
import { z } from 'zod';
import { Change } from './changes.ts';
import { LIMITS } from './limits.ts';
import { Cause, Unit, at, id } from './shapes.ts';

export const AuditKind = z.enum([
	'relay',
	'input',
	'presence',
	'claim',
	'token',
	'config',
	'device',
	'scene',
	'security',
	'people',
	'hub',
]);
export type AuditKind = z.infer<typeof AuditKind>;

/** What happened, by kind. The dashboard has a sentence for each. */
export const AUDIT = {
	relay: ['relay-on', 'relay-off', 'command-failed'],
	input: ['opened', 'closed', 'motion', 'motion-ended'],
	presence: ['online', 'away', 'offline', 'booted'],
	claim: [
		'pending-made',
		'pending-renewed',
		'pending-deleted',
		'pending-expired',
		'conflict',
		'rejected',
		'claimed',
		'replaced',
	],
	token: ['rotating', 'rotated', 'regenerated', 'revoked', 'upgraded'],
	config: [
		'config-changed',
		'config-applied',
		'config-refused',
		'wifi-changed',
		'schedules-paused',
		'schedules-resumed',
		'vacation-set',
		'vacation-ended',
	],
	device: ['added', 'renamed', 'moved', 'deleted', 'update-started', 'updated', 'update-failed'],
	scene: ['scene-made', 'scene-changed', 'scene-deleted', 'scene-run'],
	security: [
		'clone-tried',
		'board-flooded',
		'signed-in',
		'signed-out',
		'second-factor-failed',
		'locked-out',
		'lock-out-lifted',
	],
	people: [
		'invited',
		'invitation-withdrawn',
		'joined',
		'role-changed',
		'access-changed',
		'person-renamed',
		'person-removed',
		'password-changed',
		'sessions-ended',
		'second-factor-on',
		'second-factor-off',
		'second-factor-reset',
		'recovery-codes-made',
		'recovery-code-used',
		'api-token-made',
		'api-token-used-first',
		'api-tokens-ended',
	],
	hub: [
		'hub-started',
		'hub-stopped',
		'settings-changed',
		'backup-made',
		'backup-failed',
		'backup-changed',
		'restored',
		'https-changed',
		'network-kept',
		'network-changed',
		'network-removed',
		'firmware-installed',
		'firmware-removed',
	],
} as const satisfies Record<AuditKind, readonly string[]>;
export const AuditWhat = z.enum(Object.values(AUDIT).flat() as [What, ...What[]]);
type What = (typeof AUDIT)[AuditKind][number];
export type AuditWhat = z.infer<typeof AuditWhat>;

export const AuditEntry = z.object({
	/** rises with time */
	id: z.number().int(),
	at,
	kind: AuditKind,
	what: AuditWhat,
	/** null where the entry is about no device, or its device was deleted */
	device: id.nullable(),
	/** names as they were then */
	deviceName: z.string().nullable(),
	relay: z.number().int().nullable(),
	relayName: z.string().nullable(),
	/** who did it, null where nobody did */
	person: z.string().nullable(),
	cause: Cause.nullable(),
	/** what else is worth knowing: { before, after }, { reason }, { input, id }, { mac, address }, { forMs }, { changes }, which older entries have as text … */
	details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(Change)])),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

/** GET /audit?device&person&kind&from&to&before&limit → AuditPage, newest first. GET /audit.csv takes the same filters. */
export const AuditQuery = z.object({
	device: id.optional(),
	person: z.string().max(LIMITS.userNameLength).optional(),
	kind: AuditKind.optional(),
	/** Unix ms */
	from: z.coerce.number().int().min(0).optional(),
	to: z.coerce.number().int().min(0).optional(),
	/** entries older than the one with this id */
	before: z.coerce.number().int().min(1).optional(),
	limit: z.coerce.number().int().min(1).max(LIMITS.auditPage).default(50),
});
export type AuditQuery = z.output<typeof AuditQuery>;

export const AuditPage = z.object({
	entries: z.array(AuditEntry),
	/** `before` of the next page, null at the end */
	next: z.number().int().nullable(),
});
export type AuditPage = z.infer<typeof AuditPage>;

/** GET /audit/people: who is in the log, for the filter */
export const AuditPeople = z.object({ people: z.array(z.string()) });
export type AuditPeople = z.infer<typeof AuditPeople>;

/** GET /devices/:id/presence → the last 24 hours, without a gap, oldest first; `unknown`: the hub did not run; `not-yet`: before the device was there */
export const PresenceHistory = z.object({
	from: at,
	to: at,
	spells: z.array(z.object({ state: z.enum(['online', 'away', 'offline', 'unknown', 'not-yet']), from: at, to: at })),
});
export type PresenceHistory = z.infer<typeof PresenceHistory>;

export const ReadingsRange = z.enum(['24h', '7d', '90d', '2y']);
export type ReadingsRange = z.infer<typeof ReadingsRange>;
export const ReadingsQuery = z.object({ range: ReadingsRange.default('24h') });

/** GET /devices/:id/readings?range → one series a quantity: [Unix ms of the step's begin, mean, least, most]; a step without a value is not there */
export const ReadingsHistory = z.object({
	from: at,
	to: at,
	/** of one point, ms */
	stepMs: z.number().int(),
	series: z.array(
		z.object({
			sensor: z.number().int(),
			unit: Unit,
			points: z.array(z.tuple([z.number(), z.number(), z.number(), z.number()])),
		}),
	),
});
export type ReadingsHistory = z.infer<typeof ReadingsHistory>;

export const LogLine = z.object({ at, level: z.enum(['debug', 'info', 'warn', 'error']), text: z.string() });
export type LogLine = z.infer<typeof LogLine>;

/** GET /devices/:id/log: the last lines the board sent, oldest first */
export const BoardLog = z.object({ lines: z.array(LogLine) });
export type BoardLog = z.infer<typeof BoardLog>;
