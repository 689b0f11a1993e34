import { z } from 'zod';
import { saying } from './faults.ts';
import { LIMITS } from './limits.ts';
import { ConfigView, RelayIcon } from './plan.ts';
import { Cause, PresenceState, Unit, at, id, name } from './shapes.ts';
import { UpdateView } from './updates.ts';

/**
 * The board knows the true state: `reported` is what it said, `wanted` what a person asked for and it has not answered
 * yet.
 */
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
	/** why the last command did not take effect; cleared by the next report, or after 10 s */
	failure: z.enum(['no-answer', 'link-lost', 'refused']).nullable(),
	/** a guest who is told of it may only see it; absent = may switch it */
	mayNotSwitch: z.literal(true).optional(),
	/** "All off" of its room leaves it as it is; absent = does not */
	notInAllOff: z.literal(true).optional(),
});
export type RelayView = z.infer<typeof RelayView>;

export const InputView = z.object({
	id: z.number().int(),
	name: z.string(),
	/** closed, or something moves; null: the board has not told it yet */
	on: z.boolean().nullable(),
	changedAt: at.nullable(),
	/** absent = a wall switch */
	kind: z.enum(['contact', 'motion']).optional(),
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

/** What a board reports about itself with every beat or hello. */
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
 * - `revoked`: no board can connect as this device until one has new firmware.
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
	/** the sensors that people have named; absent = none */
	sensors: z.array(z.object({ id: z.number().int(), name: z.string() })).optional(),
});
export type DeviceView = z.infer<typeof DeviceView>;

export const LegacyDevice = z.object({ device: DeviceView, token: z.string() });
export type LegacyDevice = z.infer<typeof LegacyDevice>;

/** PATCH /devices/:id → DeviceView */
/** POST /rooms/rename → 204: on all devices of the room at once. What guests reach in it goes with it. */
export const RenameRoom = z.object({ from: name, to: name });
export type RenameRoom = z.infer<typeof RenameRoom>;

export const DevicePatch = z.object({ name: name.optional(), room: name.nullable().optional() });
export type DevicePatch = z.infer<typeof DevicePatch>;

/** PUT /devices/order → 204: ids in people's order; devices that are not in it keep theirs, after these */
export const OrderBody = z.object({ ids: z.array(id).max(10_000) });
export type OrderBody = z.infer<typeof OrderBody>;

/** GET /devices/:id/found-sensors: the DS18B20s that its board has found on the wires of its plan just now */
export const FoundSensors = z.object({
	sensors: z.array(
		z.object({
			gpio: z.number().int(),
			/** 16 hex digits */
			address: z.string(),
			/** what it measured last, without calibration; null = nothing yet */
			celsius: z.number().nullable(),
		}),
	),
});
export type FoundSensors = z.infer<typeof FoundSensors>;

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

/** POST /legacy-devices → 201 LegacyDevice: a board with older polling firmware; `token` is shown this once. */
export const AddLegacyDevice = z.object({
	name,
	relays: z
		.array(z.object({ id: z.number().int().min(1).max(LIMITS.relays), name }))
		.min(1, saying('needs-relay'))
		.max(LIMITS.relays),
});
export type AddLegacyDevice = z.infer<typeof AddLegacyDevice>;

export const DeviceList = z.object({ devices: z.array(DeviceView) });
