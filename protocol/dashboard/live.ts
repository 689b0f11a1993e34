import { z } from 'zod';
import { HubInfo, UserView } from './people/accounts.ts';
import { DeviceView, InputView, PresenceView, RelayView, SetRelayBody, VitalsView } from './devices.ts';
import { type ApiError, FaultView } from './errors.ts';
import { AuditEntry, LogLine } from './history.ts';
import { HomeLayout } from './home.ts';
import { LIMITS } from './limits.ts';
import { PendingView } from './pending.ts';
import { GuestHours } from './people/people.ts';
import { Preferences } from './people/preferences.ts';
import { SceneView } from './scenes.ts';
import { Unit, at, id } from './shapes.ts';

/**
 * Commands, browser → hub, each with an acknowledgement `Answer<T>`:
 * - `follow` FollowBody → Snapshot | Missed. First thing after every connect. Until then the socket gets no events.
 * - `watch` { visible } → null. Whether somebody looks at this dashboard; boards beat faster while anybody does.
 * - `set-relay` SetRelayCommand → null, as soon as it was sent to the board; the outcome comes as `relay` events.
 */
export const SetRelayCommand = SetRelayBody.extend({ device: id, relay: z.number().int().min(1).max(LIMITS.relays) });
export type SetRelayCommand = z.infer<typeof SetRelayCommand>;

export const WatchBody = z.object({ visible: z.boolean() });
export type WatchBody = z.infer<typeof WatchBody>;

/**
 * Where this dashboard's stream ended, so that only what it missed is sent. `epoch` is new at every start of the hub.
 * `together`: it takes several events in one message, `lives`. Without it, and as a guest, it is sent `live` alone.
 */
export const FollowBody = z.object({
	epoch: z.string().max(64).optional(),
	seq: z.number().int().min(0).optional(),
	together: z.boolean().optional(),
});
export type FollowBody = z.infer<typeof FollowBody>;

export const LiveEvent = z.discriminatedUnion('type', [
	z.object({ type: z.literal('device'), device: DeviceView }),
	z.object({ type: z.literal('device-removed'), id }),
	z.object({ type: z.literal('relay'), device: id, relay: RelayView }),
	z.object({ type: z.literal('presence'), device: id, presence: PresenceView, vitals: VitalsView }),
	z.object({
		type: z.literal('reading'),
		device: id,
		sensor: z.number(),
		unit: Unit,
		value: z.number().nullable(),
		at,
	}),
	z.object({ type: z.literal('pending'), pending: PendingView }),
	/** `claimed` carries the new device's id: the card moves to My devices */
	z.object({
		type: z.literal('pending-removed'),
		id,
		why: z.enum(['claimed', 'deleted', 'expired', 'rejected', 'gone']),
		device: id.optional(),
	}),
	z.object({ type: z.literal('input'), device: id, input: InputView }),
	z.object({ type: z.literal('log'), device: id, line: LogLine }),
	z.object({ type: z.literal('audit'), entry: AuditEntry }),
	z.object({ type: z.literal('scene'), scene: SceneView }),
	z.object({ type: z.literal('scene-removed'), id }),
	/** people, invitations or sessions changed; only owners are told */
	z.object({ type: z.literal('people') }),
	/** lock-outs changed; only owners are told, and no more often than every ten seconds by what strangers do */
	z.object({ type: z.literal('lock-outs') }),
	/** the Wi-Fi networks that the hub keeps changed */
	z.object({ type: z.literal('wifi-networks') }),
	/** who this dashboard's person is now: a new name, or another end of a guest's access, or their weekly hours begin or end */
	z.object({ type: z.literal('user'), user: UserView, hours: GuestHours.optional() }),
	/** how this dashboard's person has arranged their Home, here or on another dashboard of theirs */
	z.object({ type: z.literal('home'), home: HomeLayout }),
	/** how the dashboard speaks to this person, chosen here or on another dashboard of theirs */
	z.object({ type: z.literal('preferences'), preferences: Preferences }),
	/** the hub's clock was set; `now` is its Unix ms. Of no use to a dashboard that was away meanwhile */
	z.object({ type: z.literal('clock'), now: at }),
	/** `message` in English */
	FaultView.extend({
		type: z.literal('notice'),
		level: z.enum(['info', 'warn']),
	}),
]);
export type LiveEvent = z.infer<typeof LiveEvent>;

/** Socket.io event `live`, hub → browser; `seq` rises by one. A gap means: `follow` again. */
export const Live = z.object({ seq: z.number().int(), event: LiveEvent });
export type Live = z.infer<typeof Live>;

/** This session is locked to its wall panel; absent = it is not. */
const wallLocked = z.literal(true).optional();

export const Snapshot = z.object({
	kind: z.literal('snapshot'),
	epoch: z.string(),
	/** the next event of the stream is seq + 1 */
	seq: z.number().int(),
	/** the hub's clock, Unix ms: countdowns count from this, not from the phone's clock */
	now: at,
	hub: HubInfo,
	user: UserView,
	/** of a guest who has weekly hours */
	hours: GuestHours.optional(),
	devices: z.array(DeviceView),
	pending: z.array(PendingView),
	scenes: z.array(SceneView),
	/** of the person whose dashboard this is */
	home: HomeLayout,
	/** of the same person */
	preferences: Preferences,
	wallLocked,
});
export type Snapshot = z.infer<typeof Snapshot>;

export const Missed = z.object({
	kind: z.literal('missed'),
	seq: z.number().int(),
	now: at,
	events: z.array(Live),
	wallLocked,
});
export type Missed = z.infer<typeof Missed>;

export type Answer<T> = { ok: true; value: T } | { ok: false; error: ApiError };

export interface HubToBrowser {
	live: (live: Live) => void;
	/** in place of `live`: what happened in one moment, or within a frame of a screen while very much happens */
	lives: (lives: Live[]) => void;
	/** the session ended (signed out elsewhere, expired): go to sign-in */
	'signed-out': () => void;
	/** the session was locked to its wall panel, in whatever tab, or unlocked */
	'wall-locked': (locked: boolean) => void;
}

export interface BrowserToHub {
	follow: (body: FollowBody, answer: (a: Answer<Snapshot | Missed>) => void) => void;
	watch: (body: WatchBody, answer: (a: Answer<null>) => void) => void;
	'set-relay': (body: SetRelayCommand, answer: (a: Answer<null>) => void) => void;
}
