import type { Role, UserView } from '../../protocol/dashboard/people/accounts.ts';
import type { TokenScope } from '../../protocol/dashboard/people/api-tokens.ts';
import type { Rights } from './reach.ts';

const ALL = ['owner', 'member', 'guest'] as const;
const HOUSEHOLD = ['owner', 'member'] as const;
const OWNER = ['owner'] as const;

/** Who may do what, for all doors. "own" is what this person made. */
const MAY = {
	/** everything there is, as it happens; whoever may not gets what they reach */
	'house.follow': HOUSEHOLD,
	/** names, relays, presence, readings; a guest only what they reach: reach.ts */
	'devices.see': ALL,
	/** a guest only what they reach */
	'devices.switch': ALL,
	/** plan, presence, the board's log */
	'devices.inspect': HOUSEHOLD,
	'devices.delete': OWNER,
	/** names, rooms, order */
	'devices.arrange': HOUSEHOLD,
	/** relays, inputs, sensors, schedules, Wi-Fi, reboot, blinking */
	'devices.configure': HOUSEHOLD,
	/** firmware over the link; a member that of others only if the owner says so: mayUpdate */
	'devices.update': HOUSEHOLD,
	'devices.update-any': OWNER,
	/** rotate, regenerate, revoke and upgrade */
	'tokens.own': HOUSEHOLD,
	'tokens.any': OWNER,
	'history.see': HOUSEHOLD,
	'pending.see': HOUSEHOLD,
	'pending.make': HOUSEHOLD,
	/** set up, renew or delete */
	'pending.own': HOUSEHOLD,
	'pending.any': OWNER,
	'conflicts.decide': OWNER,
	/** the catalogue of hardware */
	'boards.see': HOUSEHOLD,
	/** Wi-Fi networks that the hub keeps: their names; to give them to a board is to set it up */
	'networks.see': HOUSEHOLD,
	'networks.keep': HOUSEHOLD,
	'networks.change': OWNER,
	'scenes.see': HOUSEHOLD,
	/** to run one is to switch its relays */
	'scenes.run': HOUSEHOLD,
	'scenes.edit': HOUSEHOLD,
	/** when schedules run next, and what holds them */
	'schedules.see': HOUSEHOLD,
	/** pauses, and the household's vacation */
	'schedules.hold': HOUSEHOLD,
	'settings.see': HOUSEHOLD,
	'settings.change': OWNER,
	/** size and state of the database, and its disk */
	'storage.see': OWNER,
	/** the figures of /metrics, from another machine */
	'metrics.see': OWNER,
	'people.manage': OWNER,
	/** who has guessed too often; to let them try again */
	'lock-outs.manage': OWNER,
	/** firmware that all boards of the house may be given */
	'firmware.manage': OWNER,
	/** a backup holds every secret of the hub */
	'backup.manage': OWNER,
	/** whether the hub is opened over HTTPS; everybody signs in again */
	'https.manage': OWNER,
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof MAY;

type ScopeKind = TokenScope['kind'];
const BY_NONE = [] as const;
const BY_READ = ['read', 'everything'] as const;
const BY_SWITCH = ['switch', 'everything'] as const;
const BY_EVERYTHING = ['everything'] as const;

/**
 * Which API tokens may do it, if their person may by the table above. No token may do that by which a thief could keep
 * access or carry the house away.
 */
const BY_TOKEN = {
	'house.follow': BY_NONE,
	'devices.see': BY_READ,
	/** only the relays in the token: token-may.ts */
	'devices.switch': BY_SWITCH,
	'devices.inspect': BY_READ,
	'devices.delete': BY_EVERYTHING,
	'devices.arrange': BY_EVERYTHING,
	'devices.configure': BY_EVERYTHING,
	'devices.update': BY_EVERYTHING,
	'devices.update-any': BY_EVERYTHING,
	'tokens.own': BY_EVERYTHING,
	'tokens.any': BY_EVERYTHING,
	'history.see': BY_READ,
	'pending.see': BY_READ,
	'pending.make': BY_EVERYTHING,
	'pending.own': BY_EVERYTHING,
	'pending.any': BY_EVERYTHING,
	'conflicts.decide': BY_EVERYTHING,
	'boards.see': BY_READ,
	'networks.see': BY_READ,
	'networks.keep': BY_EVERYTHING,
	'networks.change': BY_EVERYTHING,
	'scenes.see': BY_READ,
	/** only the scenes in the token */
	'scenes.run': BY_SWITCH,
	'scenes.edit': BY_EVERYTHING,
	'schedules.see': BY_READ,
	'schedules.hold': BY_EVERYTHING,
	'settings.see': BY_READ,
	'settings.change': BY_EVERYTHING,
	'storage.see': BY_READ,
	'metrics.see': BY_READ,
	'people.manage': BY_NONE,
	'lock-outs.manage': BY_NONE,
	'firmware.manage': BY_NONE,
	'backup.manage': BY_NONE,
	'https.manage': BY_NONE,
} as const satisfies Record<Action, readonly ScopeKind[]>;

/** What takes a session: no token may do it. */
export type SessionAction = { [A in Action]: (typeof BY_TOKEN)[A] extends readonly [] ? A : never }[Action];

/** What a session may still do while it is locked to its wall panel: see and switch what Home shows. */
const BY_WALL: readonly Action[] = ['house.follow', 'devices.see', 'devices.switch', 'scenes.see', 'scenes.run'];

export function wallMay(action: Action): boolean {
	return BY_WALL.includes(action);
}

export function scopesFor(action: Action): readonly ScopeKind[] {
	return BY_TOKEN[action];
}

export function may(user: Pick<UserView, 'role'>, action: Action): boolean {
	return (MAY[action] as readonly Role[]).includes(user.role);
}

/** Whether somebody may touch what is this person's: their own, or with `any` everybody's. */
export function mayTouch(user: Pick<UserView, 'id' | 'role'>, ownerId: string, any: Action): boolean {
	return user.id === ownerId || may(user, any);
}

/** Whether somebody may start and stop updates of this person's boards. */
export function mayUpdate(who: { user: UserView; rights: Pick<Rights, 'mayUpdateOthers'> }, ownerId: string): boolean {
	const { user, rights } = who;
	if (may(user, 'devices.update-any')) return true;
	return may(user, 'devices.update') && (ownerId === user.id || rights.mayUpdateOthers);
}
