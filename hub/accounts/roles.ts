import type { Role, UserView } from '../../protocol/dashboard/accounts.ts';

/** Who may do what, for all doors. "own" is what this person made. */
const MAY = {
	'devices.see': ['owner', 'member'],
	'devices.switch': ['owner', 'member'],
	'devices.delete': ['owner'],
	/** names, rooms, order */
	'devices.arrange': ['owner', 'member'],
	/** relays, inputs, sensors, schedules, Wi-Fi, reboot */
	'devices.configure': ['owner', 'member'],
	/** firmware over the link */
	'devices.update': ['owner', 'member'],
	/** rotate, regenerate, revoke and upgrade */
	'tokens.own': ['owner', 'member'],
	'tokens.any': ['owner'],
	'history.see': ['owner', 'member'],
	'pending.see': ['owner', 'member'],
	'pending.make': ['owner', 'member'],
	/** set up, renew or delete */
	'pending.own': ['owner', 'member'],
	'pending.any': ['owner'],
	'conflicts.decide': ['owner'],
	/** to run one is to switch its relays */
	'scenes.edit': ['owner', 'member'],
	'settings.see': ['owner', 'member'],
	'settings.change': ['owner'],
	/** a backup holds every secret of the hub */
	'backup.manage': ['owner'],
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof MAY;

export function may(user: UserView, action: Action): boolean {
	return (MAY[action] as readonly Role[]).includes(user.role);
}
