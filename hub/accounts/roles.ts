import type { Role, UserView } from '../../protocol/dashboard.ts';

/** Who may do what: the one table. "own" is what this person made. */
const MAY = {
	'devices.see': ['owner', 'member'],
	'devices.switch': ['owner', 'member'],
	'devices.delete': ['owner'],
	/** relays, inputs, sensors, schedules, Wi-Fi, reboot */
	'devices.configure': ['owner', 'member'],
	/** rotate, regenerate, revoke and upgrade */
	'tokens.own': ['owner', 'member'],
	'tokens.any': ['owner'],
	'pending.see': ['owner', 'member'],
	'pending.make': ['owner', 'member'],
	/** set up, renew or delete */
	'pending.own': ['owner', 'member'],
	'pending.any': ['owner'],
	'conflicts.decide': ['owner'],
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof MAY;

export function may(user: UserView, action: Action): boolean {
	return (MAY[action] as readonly Role[]).includes(user.role);
}
