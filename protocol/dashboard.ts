/**
 * What a browser and the hub say to each other: every REST body and answer, every socket.io command and live event.
 * The hub validates with these schemas and makes /api/v1/openapi.json of them; the dashboard takes only the types
 * (and limits.ts), so that zod is not in its bundle. Times are Unix milliseconds (`…At`) or milliseconds of duration (`…Ms`).
 */
import { z } from 'zod';
import { AuditEntry, LogLine } from './history.ts';
import { API, LIMITS } from './limits.ts';
import { ConfigView, InputPlan, RelayIcon, RelayPlan, SensorPlan, SensorType } from './plan.ts';
import { SceneView } from './scenes.ts';
import { UpdateView } from './updates.ts';
import { Cause, PresenceState, Unit, Wifi, at, id, name, nameOf } from './shapes.ts';

export * from './flash.ts';
export * from './history.ts';
export * from './plan.ts';
export * from './scenes.ts';
export * from './settings.ts';
export * from './updates.ts';
export { API, Cause, LIMITS, PresenceState, Unit, Wifi };

/** Every error answer of the REST API and of a socket.io command: a stable code and a sentence for people. */
export const ApiError = z.object({
	code: z.enum([
		'bad-request',
		'not-signed-in',
		'not-allowed',
		'not-found',
		'conflict',
		'expired',
		'wrong-credentials',
		'too-many-tries',
		'board-not-connected',
		'no-answer',
		'storage',
		'busy',
		'internal',
	]),
	message: z.string(),
	/** which field of the body is wrong, as a path: "relays.0.pin" */
	field: z.string().optional(),
	/** seconds until another try makes sense */
	retryAfterS: z.number().optional(),
});
export type ApiError = z.infer<typeof ApiError>;

export const Role = z.enum(['owner', 'member']);
export type Role = z.infer<typeof Role>;

export const UserView = z.object({ id, name: z.string(), role: Role });
export type UserView = z.infer<typeof UserView>;

// --- hub and accounts ------------------------------------------------------------------------------------------

/** GET /hub, needs no sign-in */
export const HubInfo = z.object({
	name: z.string(),
	version: z.string(),
	/** true until somebody has become the owner */
	needsSetUp: z.boolean(),
});
export type HubInfo = z.infer<typeof HubInfo>;

const password = z
	.string()
	.min(LIMITS.passwordMin, `At least ${LIMITS.passwordMin} characters.`)
	.max(LIMITS.passwordMax, `At most ${LIMITS.passwordMax} characters.`);

/** POST /setup → UserView, and the session cookie. The code is accepted with or without its dash, in any case. */
export const SetUp = z.object({
	code: z.string().min(1).max(20),
	name: nameOf('A user name is needed.', LIMITS.userNameLength),
	password,
	/** IANA name of the browser's zone, which becomes the hub's; one the hub does not know changes nothing */
	timeZone: z.string().max(LIMITS.timeZoneLength).optional(),
});
export type SetUp = z.infer<typeof SetUp>;

/** POST /session → UserView, and the session cookie. DELETE /session signs out. GET /session → UserView. */
export const SignIn = z.object({
	name: z.string().min(1, 'A user name is needed.').max(LIMITS.userNameLength),
	password: z.string().min(1, 'A password is needed.').max(LIMITS.passwordMax),
});
export type SignIn = z.infer<typeof SignIn>;

// --- board catalogue -------------------------------------------------------------------------------------------

/** What a relay on this pin does to the board: free to use, usable with a warning, or refused. */
export const PinUse = z.enum(['free', 'warn', 'refuse']);

export const Pin = z.object({
	gpio: z.number().int().min(0),
	/** as printed on the board: "D1", "IO5" */
	label: z.string(),
	use: PinUse,
	/** boot-strapping: the pin's level at power-on decides how the board starts */
	strapping: z.boolean(),
	/** why it is warned about or refused, one sentence */
	reason: z.string().optional(),
	/** refused for what the board writes to, but a wall switch can be read on it */
	readable: z.boolean().optional(),
	/** the chip cannot pull this pin up: an input on it needs a resistor of its own, and no sensor works on it */
	noPullUp: z.boolean().optional(),
	/** where this fact stands: document and section */
	source: z.string(),
});
export type Pin = z.infer<typeof Pin>;

export const Board = z.object({
	id: z.string(),
	name: z.string(),
	chip: z.string(),
	/** true: the hub can play it */
	virtual: z.boolean(),
	wifi: z.boolean(),
	pins: z.array(Pin),
	/** gpio numbers in the order relays are best put on them */
	relayPins: z.array(z.number().int()),
	sensors: z.array(SensorType),
	/** null for a board that has no flash */
	flash: z
		.object({
			sizeBytes: z.number().int(),
			/** where the config file lies, bytes from the start */
			configOffset: z.number().int(),
		})
		.nullable(),
	/** where its pin-out stands */
	source: z.string(),
	/** proposals of the wizard */
	defaults: z.object({
		relays: z.array(z.object({ gpio: z.number().int(), activeLow: z.boolean() })),
		/** the board's own buttons; `relay` counts the relays above from 1 */
		inputs: z.array(InputPlan.omit({ id: true })),
	}),
});
export type Board = z.infer<typeof Board>;

/** GET /boards */
export const Boards = z.object({ boards: z.array(Board) });
export type Boards = z.infer<typeof Boards>;

// --- the plan of a device --------------------------------------------------------------------------------------

/** POST /pending → PendingView */
export const AddDevice = z.object({
	name,
	board: z.string(),
	relays: z.array(RelayPlan).max(LIMITS.relays),
	inputs: z.array(InputPlan).max(LIMITS.inputs).default([]),
	sensors: z.array(SensorPlan).max(LIMITS.sensors),
	/** needed by every board but the virtual one; in no answer and no log */
	wifi: Wifi.optional(),
});
export type AddDevice = z.input<typeof AddDevice>;
export type NewDevice = z.output<typeof AddDevice>;

/** POST /legacy-devices → 201 LegacyDevice: a board with older polling firmware; `token` is shown this once. */
export const AddLegacyDevice = z.object({
	name,
	relays: z
		.array(z.object({ id: z.number().int().min(1).max(LIMITS.relays), name }))
		.min(1, 'A device needs at least one relay.')
		.max(LIMITS.relays),
});
export type AddLegacyDevice = z.infer<typeof AddLegacyDevice>;

/**
 * POST /devices/:id/firmware → 201 PendingView: new firmware for a device that keeps its record, name and history.
 * Secure v2: Regenerate, the old token is dead at once. Legacy v1: Upgrade, the old token works until v2 has connected;
 * then `board` and the pins of its relays are needed.
 */
export const FirmwareBody = z.object({
	board: z.string().optional(),
	relays: z.array(z.object({ id: RelayPlan.shape.id, gpio: RelayPlan.shape.gpio, activeLow: z.boolean() })).optional(),
	/** needed by every board but the virtual one */
	wifi: Wifi.optional(),
});
export type FirmwareBody = z.infer<typeof FirmwareBody>;

// --- pending devices -------------------------------------------------------------------------------------------

export const ConflictReason = z.enum(['expired', 'used-by-another-board', 'known-board', 'owner-gone']);
export type ConflictReason = z.infer<typeof ConflictReason>;

/**
 * A pending device.
 * - `ready`: waits for its board until `expiresAt`.
 * - `expired`: its key is dead for automatic claiming; it can be made anew (POST /pending/:id/renew) or deleted.
 * - `awaiting`: a board proved the key but must not be claimed by itself, for `conflict.reason`. `id` is then the
 *   conflict's own id: POST /awaiting/:id/claim or /awaiting/:id/reject.
 */
export const PendingView = z.object({
	id,
	state: z.enum(['ready', 'expired', 'awaiting']),
	name: z.string(),
	/** "7F3A-09C1", the short form of the registration key's id; ESP_ + MAC once the board has been seen */
	code: z.string(),
	board: z.string(),
	boardName: z.string(),
	createdAt: at,
	expiresAt: at,
	relayCount: z.number().int(),
	/** the hub itself plays this board */
	virtualRunning: z.boolean(),
	conflict: z
		.object({
			reason: ConflictReason,
			mac: z.string(),
			address: z.string(),
			/** false for a short while after its link was lost; CLAIM then waits */
			connected: z.boolean(),
			/** the device of this MAC, where the reason is known-board: what *replace* proposes */
			device: z.object({ id, name: z.string() }).optional(),
		})
		.optional(),
	/** how far the board of this pending device has come: the live steps of the wizard */
	step: z.enum(['waiting', 'seen', 'authenticated']),
	/** the device this firmware is for, where it was regenerated or is an upgrade; null: it makes a new device */
	forDevice: z.object({ id, name: z.string(), kind: z.enum(['regenerate', 'upgrade']) }).nullable(),
	/** who made it: their user id */
	ownerId: z.string(),
});
export type PendingView = z.infer<typeof PendingView>;

// --- devices ---------------------------------------------------------------------------------------------------

/** POST /awaiting/:id/claim → DeviceView: as a new device, or in the place of one, which keeps record, name, history and settings */
export const ClaimBody = z.object({ replace: id.optional() });
export type ClaimBody = z.infer<typeof ClaimBody>;

/** The board is the truth: `reported` is what it said, `wanted` what a person asked for and it has not yet answered. */
export const RelayView = z.object({
	id: z.number().int(),
	name: z.string(),
	icon: RelayIcon,
	/** every "on" is a pulse of this length, 0 = latching */
	pulseMs: z.number().int(),
	/** the board holds the command back for the dead time of its interlock group until then */
	heldUntil: at.nullable(),
	/** null: the board has never reported it */
	reported: z.boolean().nullable(),
	/** null: nothing under way */
	wanted: z.boolean().nullable(),
	/** of the last reported change */
	cause: Cause.nullable(),
	/** name of the person, where the cause is a command */
	by: z.string().nullable(),
	changedAt: at.nullable(),
	/** when it goes off by itself (countdown), Unix ms */
	offAt: at.nullable(),
	/** why the last command did not take effect; gone with the next report or after FAILURE_SHOWN_MS */
	failure: z.enum(['no-answer', 'link-lost', 'refused']).nullable(),
});
export type RelayView = z.infer<typeof RelayView>;

export const InputView = z.object({
	id: z.number().int(),
	name: z.string(),
	/** null: the board has not told it yet */
	on: z.boolean().nullable(),
	changedAt: at.nullable(),
});
export type InputView = z.infer<typeof InputView>;

export const ReadingView = z.object({
	sensor: z.number().int(),
	unit: Unit,
	/** null: the sensor does not answer */
	value: z.number().nullable(),
	at,
	/** the last 3 hours, oldest first, thinned to at most 36 points: [Unix ms, value] */
	recent: z.array(z.tuple([z.number(), z.number()])),
});
export type ReadingView = z.infer<typeof ReadingView>;

export const PresenceView = z.object({ state: PresenceState, since: at, lastSeenAt: at.nullable() });
export type PresenceView = z.infer<typeof PresenceView>;

/** What a board tells of itself with every beat or hello. */
export const VitalsView = z.object({
	rssi: z.number().nullable(),
	ssid: z.string().nullable(),
	address: z.string().nullable(),
	freeHeap: z.number().nullable(),
	uptimeMs: z.number().nullable(),
	/** when it started, by the hub's clock: uptime goes on from here; null while it is not connected */
	startedAt: at.nullable(),
	firmware: z.string().nullable(),
	chip: z.string().nullable(),
	/** the board does not know what time it is: its schedules wait */
	clockUnset: z.boolean(),
});
export type VitalsView = z.infer<typeof VitalsView>;

/**
 * The device's token as people see it, never the key itself.
 * - `rotating`: a new key is on its way; the old one works until the board has proved the new one.
 * - `revoked`: no board can come in for this device until it has new firmware.
 */
export const TokenView = z.object({
	state: z.enum(['active', 'rotating', 'revoked']),
	createdAt: at.nullable(),
	lastUsedAt: at.nullable(),
	/** "3F9A 61D2 07BE": of the key's SHA-256; null where there is none */
	fingerprint: z.string().nullable(),
	/** the pending device that carries new firmware for this one */
	firmware: z.object({ pending: id, expiresAt: at }).nullable(),
});
export type TokenView = z.infer<typeof TokenView>;

export const DeviceView = z.object({
	id,
	name: z.string(),
	/** the room it is in, null = none */
	room: z.string().nullable(),
	/** people's own order, from 0 */
	position: z.number().int(),
	/** whose it is: their user id */
	ownerId: z.string(),
	/** ESP_ + MAC */
	code: z.string(),
	mac: z.string(),
	board: z.string(),
	boardName: z.string(),
	security: z.enum(['secure-v2', 'legacy-v1']),
	claimedAt: at,
	/** the hub itself plays this board */
	virtual: z.boolean(),
	token: TokenView,
	config: ConfigView,
	/** null: nothing to show */
	update: UpdateView.nullable(),
	presence: PresenceView,
	vitals: VitalsView,
	relays: z.array(RelayView),
	inputs: z.array(InputView),
	readings: z.array(ReadingView),
});
export type DeviceView = z.infer<typeof DeviceView>;

export const LegacyDevice = z.object({ device: DeviceView, token: z.string() });
export type LegacyDevice = z.infer<typeof LegacyDevice>;

/** PATCH /devices/:id → DeviceView */
export const DevicePatch = z.object({ name: name.optional(), room: name.nullable().optional() });
export type DevicePatch = z.infer<typeof DevicePatch>;

/** PUT /devices/order → 204: ids in people's order; devices that are not in it keep theirs, after these */
export const OrderBody = z.object({ ids: z.array(id).max(10_000) });
export type OrderBody = z.infer<typeof OrderBody>;

/** POST /devices/:id/inputs/:input → 204: the wall switch of a virtual board that this hub plays */
export const InputBody = z.object({ on: z.boolean() });
export type InputBody = z.infer<typeof InputBody>;

/** PUT /devices/:id/relays/:relay and the socket.io command `set-relay` (there with device and relay) */
export const SetRelayBody = z.object({
	on: z.boolean(),
	/** with on: off again after this time, by the board */
	forMs: z.number().int().min(1_000).max(LIMITS.forMs).optional(),
});
export type SetRelayBody = z.infer<typeof SetRelayBody>;

// --- socket.io -------------------------------------------------------------------------------------------------

/**
 * Commands, browser → hub, each with an acknowledgement `Answer<T>`:
 * - `follow` FollowBody → Snapshot | Missed. First thing after every connect. Until then the socket gets no events.
 * - `watch` { visible } → null. Whether somebody looks; boards beat faster while anybody does.
 * - `set-relay` SetRelayCommand → null, as soon as it was sent to the board; the outcome comes as `relay` events.
 */
export const SetRelayCommand = SetRelayBody.extend({ device: id, relay: z.number().int().min(1).max(LIMITS.relays) });
export type SetRelayCommand = z.infer<typeof SetRelayCommand>;

export const WatchBody = z.object({ visible: z.boolean() });
export type WatchBody = z.infer<typeof WatchBody>;

/** Where this dashboard's stream ended, so that only what it missed is sent. `epoch` is new at every start of the hub. */
export const FollowBody = z.object({ epoch: z.string().max(64).optional(), seq: z.number().int().min(0).optional() });
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
	/** the hub's clock was set: Unix ms by it; of no use to who was away meanwhile */
	z.object({ type: z.literal('clock'), now: at }),
	z.object({ type: z.literal('notice'), level: z.enum(['info', 'warn']), message: z.string() }),
]);
export type LiveEvent = z.infer<typeof LiveEvent>;

/** Socket.io event `live`, hub → browser; `seq` rises by one. A gap means: `follow` again. */
export const Live = z.object({ seq: z.number().int(), event: LiveEvent });
export type Live = z.infer<typeof Live>;

export const Snapshot = z.object({
	kind: z.literal('snapshot'),
	epoch: z.string(),
	/** the next event of the stream is seq + 1 */
	seq: z.number().int(),
	/** the hub's clock, Unix ms: countdowns count from this, not from the phone's clock */
	now: at,
	hub: HubInfo,
	user: UserView,
	devices: z.array(DeviceView),
	pending: z.array(PendingView),
	scenes: z.array(SceneView),
});
export type Snapshot = z.infer<typeof Snapshot>;

export const Missed = z.object({ kind: z.literal('missed'), seq: z.number().int(), now: at, events: z.array(Live) });
export type Missed = z.infer<typeof Missed>;

export type Answer<T> = { ok: true; value: T } | { ok: false; error: ApiError };

export interface HubToBrowser {
	live: (live: Live) => void;
	/** the session ended (signed out elsewhere, expired): go to sign-in */
	'signed-out': () => void;
}

export interface BrowserToHub {
	follow: (body: FollowBody, answer: (a: Answer<Snapshot | Missed>) => void) => void;
	watch: (body: WatchBody, answer: (a: Answer<null>) => void) => void;
	'set-relay': (body: SetRelayCommand, answer: (a: Answer<null>) => void) => void;
}

// --- REST ------------------------------------------------------------------------------------------------------

export const DeviceList = z.object({ devices: z.array(DeviceView) });
export const PendingList = z.object({ pending: z.array(PendingView) });
