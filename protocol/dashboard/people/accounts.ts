import { z } from 'zod';
import { saying } from '../faults.ts';
import { LIMITS } from '../limits.ts';
import { at, id, nameOf } from '../shapes.ts';

export const Role = z.enum(['owner', 'member', 'guest']);
export type Role = z.infer<typeof Role>;

export const UserView = z.object({
	id,
	name: z.string(),
	role: Role,
	/** when a guest's access ends; absent = never */
	until: at.optional(),
});
export type UserView = z.infer<typeof UserView>;

/** GET /session */
export const SessionUser = UserView.extend({
	/** this session is locked to its wall panel; absent = it is not */
	wallLocked: z.literal(true).optional(),
});
export type SessionUser = z.infer<typeof SessionUser>;

/** GET /hub, needs no sign-in */
export const HubInfo = z.object({
	name: z.string(),
	version: z.string(),
	/** true until somebody has become the owner */
	needsSetUp: z.boolean(),
});
export type HubInfo = z.infer<typeof HubInfo>;

export const password = z
	.string()
	.min(LIMITS.passwordMin, saying('too-short', { least: LIMITS.passwordMin }))
	.max(LIMITS.passwordMax, saying('too-long', { most: LIMITS.passwordMax }));

/** POST /setup → UserView, and the session cookie. The code is accepted with or without its dash, in any case. */
export const SetUp = z.object({
	code: z.string().min(1).max(20),
	name: nameOf('user-name-needed', LIMITS.userNameLength),
	password,
	/** IANA name of the browser's zone, which becomes the hub's; one the hub does not know changes nothing */
	timeZone: z.string().max(LIMITS.timeZoneLength).optional(),
});
export type SetUp = z.infer<typeof SetUp>;

/** POST /session → SignInAnswer (second-factor.ts), and the session cookie. DELETE /session signs out. */
export const SignIn = z.object({
	name: z.string().min(1, saying('user-name-needed')).max(LIMITS.userNameLength),
	password: z.string().min(1, saying('password-needed')).max(LIMITS.passwordMax),
});
export type SignIn = z.infer<typeof SignIn>;
