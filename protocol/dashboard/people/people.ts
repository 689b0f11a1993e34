/** The people of a household: what guests may reach, invitations, and everybody's own sessions. */
import { z } from 'zod';
import { Role, password } from './accounts.ts';
import { DeviceView } from '../devices.ts';
import { saying } from '../faults.ts';
import { LIMITS } from '../limits.ts';
import { OwnProof } from './second-factor.ts';
import { at, id, name, nameOf } from '../shapes.ts';

export const May = z.enum(['see', 'switch']);
export type May = z.infer<typeof May>;

/** One thing a guest reaches. A room holds whatever is in it at the moment. */
export const Grant = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('room'), room: name, may: May }),
	z.object({ kind: z.literal('device'), device: id, may: May }),
	z.object({ kind: z.literal('relay'), device: id, relay: z.number().int().min(1).max(LIMITS.relays), may: May }),
]);
export type Grant = z.infer<typeof Grant>;

/** Weekly hours, in the hub's time zone. `toMinute` at or before `fromMinute` is on the next day. */
export const WeeklyHours = z.object({
	/** bit 0 = Monday, as in a schedule; the day on which it begins */
	weekdays: z.number().int().min(1, saying('choose-days')).max(127),
	/** minutes after midnight */
	fromMinute: z.number().int().min(0).max(1_439),
	toMinute: z.number().int().min(0).max(1_439),
});
export type WeeklyHours = z.infer<typeof WeeklyHours>;

/** What a guest is told of their weekly hours. */
export const GuestHours = WeeklyHours.extend({
	/** they are within them now */
	open: z.boolean(),
	/** otherwise the day on which they begin again, 0 = Monday; null = never, their time as a guest ends before */
	opensOn: z.number().int().min(0).max(6).nullable(),
});
export type GuestHours = z.infer<typeof GuestHours>;

/**
 * What a guest may see and switch, and when. Of two grants for one relay the one that allows more counts. A guest whose
 * devices are all gone has none left, and reaches nothing.
 */
export const GuestAccess = z.object({
	grants: z.array(Grant).max(LIMITS.grants),
	/** nothing from then on; null = no end */
	until: at.nullable(),
	/** nothing at other times; null = always */
	weekly: WeeklyHours.nullable(),
});
export type GuestAccess = z.infer<typeof GuestAccess>;

/** In a request, where something must be given. */
const AccessWish = GuestAccess.extend({ grants: GuestAccess.shape.grants.min(1, saying('choose-access')) });

export const PersonView = z.object({
	id,
	name: z.string(),
	role: Role,
	createdAt: at,
	/** of a guest, otherwise null */
	access: GuestAccess.nullable(),
	/** a member may update the firmware of other people's boards too */
	mayUpdateOthers: z.boolean(),
	/** they sign in with a code besides their password */
	secondFactor: z.boolean(),
	/** a dashboard of theirs is open now */
	here: z.boolean(),
	/** of the sessions that there are; null: no session */
	lastUsedAt: at.nullable(),
	sessions: z.number().int(),
	/** API tokens, also those whose time is over */
	tokens: z.number().int(),
	/** devices, and pending devices, that are theirs */
	devices: z.number().int(),
	pending: z.number().int(),
});
export type PersonView = z.infer<typeof PersonView>;

/** GET /people/:id/preview (owner): what a guest sees, as their own dashboard shows it */
export const GuestPreview = z.object({
	/** they have access now */
	open: z.boolean(),
	/** the moment that is shown: now, or when their weekly hours begin again; null = they will see nothing any more */
	at: at.nullable(),
	hours: GuestHours.nullable(),
	devices: z.array(DeviceView),
});
export type GuestPreview = z.infer<typeof GuestPreview>;

export const InvitationView = z.object({
	id,
	role: Role.exclude(['owner']),
	access: GuestAccess.nullable(),
	/** the person it is for, as whoever made it calls them; empty = not said */
	name: z.string(),
	createdAt: at,
	expiresAt: at,
	/** who made it */
	by: z.string(),
});
export type InvitationView = z.infer<typeof InvitationView>;

/** GET /people (owner) */
export const People = z.object({ people: z.array(PersonView), invitations: z.array(InvitationView) });
export type People = z.infer<typeof People>;

/**
 * The proof of whoever asks, needed for what lets somebody into the household for good. A guest needs none: they reach what was
 * chosen, and whoever has an owner's session could switch that anyway.
 */
const ProofIfNeeded = OwnProof.partial();

/** POST /invitations → 201 InvitationMade (owner), with proof unless it is for a guest. DELETE /invitations/:id → 204. */
export const InvitationBody = ProofIfNeeded.extend({
	role: Role.exclude(['owner']),
	/** of a guest; null for a member */
	access: AccessWish.nullable(),
	name: z.union([z.literal(''), nameOf('user-name-needed', LIMITS.userNameLength)]).default(''),
});
export type InvitationBody = z.input<typeof InvitationBody>;

/** `secret` is in this answer and never again. The link is the dashboard's /join, with the secret after its #. */
export const InvitationMade = z.object({ invitation: InvitationView, secret: z.string() });
export type InvitationMade = z.infer<typeof InvitationMade>;

const secret = z.string().min(1).max(LIMITS.secretLength);

/** POST /invitations/look → InvitationOffer, needs no sign-in */
export const InvitationAsk = z.object({ secret });
export type InvitationAsk = z.infer<typeof InvitationAsk>;
export const InvitationOffer = InvitationView.pick({ role: true, name: true, by: true, expiresAt: true }).extend({
	hub: z.string(),
	until: at.nullable(),
});
export type InvitationOffer = z.infer<typeof InvitationOffer>;

/** POST /invitations/accept → UserView, and the session cookie */
export const JoinBody = z.object({ secret, name: nameOf('user-name-needed', LIMITS.userNameLength), password });
export type JoinBody = z.infer<typeof JoinBody>;

/** PATCH /people/:id → PersonView (owner), with proof for a role. A new role ends the person's sessions and API tokens. */
export const PersonPatch = ProofIfNeeded.extend({
	role: Role.optional(),
	/** of a guest */
	access: AccessWish.optional(),
	mayUpdateOthers: z.boolean().optional(),
});
export type PersonPatch = z.infer<typeof PersonPatch>;

/**
 * POST /people/:id/remove → 204 (owner), with proof. Their devices become those of whoever removes them.
 * POST /people/:id/end-sessions → 204, and ends their API tokens.
 */
export const RemovePerson = OwnProof.extend({ pendingDevices: z.enum(['keep', 'delete']) });
export type RemovePerson = z.infer<typeof RemovePerson>;

/** PATCH /account → UserView */
export const AccountPatch = z.object({ name: nameOf('user-name-needed', LIMITS.userNameLength) });
export type AccountPatch = z.infer<typeof AccountPatch>;

/** PUT /account/password → 204, and a new session cookie. Ends the person's other sessions, and their API tokens. */
export const ChangePassword = OwnProof.extend({ password });
export type ChangePassword = z.infer<typeof ChangePassword>;

export const SessionView = z.object({
	id,
	/** the one that asks */
	current: z.boolean(),
	/** "Firefox", "Android"; null = not known */
	browser: z.string().nullable(),
	system: z.string().nullable(),
	address: z.string(),
	createdAt: at,
	lastUsedAt: at,
	/** locked to its wall panel */
	wallLocked: z.boolean(),
});
export type SessionView = z.infer<typeof SessionView>;

/** GET /account/sessions. DELETE /account/sessions/:id → 204. POST /account/sessions/end-others → 204. */
export const Sessions = z.object({ sessions: z.array(SessionView) });
export type Sessions = z.infer<typeof Sessions>;
