import type { Role, UserView } from '../../protocol/dashboard/accounts.ts';
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
	/** plan, schedules, presence, the board's log */
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
	'scenes.see': HOUSEHOLD,
	/** to run one is to switch its relays */
	'scenes.run': HOUSEHOLD,
	'scenes.edit': HOUSEHOLD,
	'settings.see': HOUSEHOLD,
	'settings.change': OWNER,
	/** size and state of the database, and its disk */
	'storage.see': OWNER,
	/** the figures of /metrics, from another machine */
	'metrics.see': OWNER,
	'people.manage': OWNER,
	/** a backup holds every secret of the hub */
	'backup.manage': OWNER,
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof MAY;

export function may(user: Pick<UserView, 'role'>, action: Action): boolean {
	return (MAY[action] as readonly Role[]).includes(user.role);
}

/** Whether somebody may start and stop updates of this person's boards. */
export function mayUpdate(who: { user: UserView; rights: Pick<Rights, 'mayUpdateOthers'> }, ownerId: string): boolean {
	const { user, rights } = who;
	if (may(user, 'devices.update-any')) return true;
	return may(user, 'devices.update') && (ownerId === user.id || rights.mayUpdateOthers);
}
