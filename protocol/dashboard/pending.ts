import { z } from 'zod';
import { LIMITS } from './limits.ts';
import { InputPlan, RelayPlan, SensorPlan } from './plan.ts';
import { type Wifi, WifiChoice, at, id, name } from './shapes.ts';

/** POST /pending → PendingView */
export const AddDevice = z.object({
	name,
	board: z.string(),
	relays: z.array(RelayPlan).max(LIMITS.relays),
	inputs: z.array(InputPlan).max(LIMITS.inputs).default([]),
	sensors: z.array(SensorPlan).max(LIMITS.sensors),
	/** needed by every board but the virtual one; a password is in no answer and no log */
	wifi: WifiChoice.optional(),
});
export type AddDevice = z.input<typeof AddDevice>;
export type AskedDevice = z.output<typeof AddDevice>;
/** With the network itself, where one was chosen that the hub keeps. */
export type NewDevice = WithWifi<AskedDevice>;
export type WithWifi<Body> = Omit<Body, 'wifi'> & { wifi?: Wifi | undefined };

/**
 * POST /devices/:id/firmware → 201 PendingView: new firmware for a device that keeps its record, name and history.
 * Secure v2: Regenerate, the old token is dead at once. Legacy v1: Upgrade, the old token works until v2 has connected;
 * then `board` and the pins of its relays are needed.
 */
export const FirmwareBody = z.object({
	board: z.string().optional(),
	relays: z.array(z.object({ id: RelayPlan.shape.id, gpio: RelayPlan.shape.gpio, activeLow: z.boolean() })).optional(),
	/** needed by every board but the virtual one */
	wifi: WifiChoice.optional(),
});
export type FirmwareBody = z.infer<typeof FirmwareBody>;

export const ConflictReason = z.enum([
	'expired',
	'used-by-another-board',
	'known-board',
	'owner-gone',
	'owner-may-not',
]);
export type ConflictReason = z.infer<typeof ConflictReason>;

/**
 * A pending device.
 * - `ready`: waits for its board until `expiresAt`.
 * - `expired`: its key is dead for automatic claiming; it can be made anew (POST /pending/:id/renew) or deleted.
 * - `awaiting`: a board proved the key but must not be claimed by itself, for `conflict.reason`. `id` is then the
 *   conflict's own id, that of the pending device with ".<MAC>": POST /awaiting/:id/claim or /awaiting/:id/reject.
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

/**
 * POST /awaiting/:id/claim → DeviceView: as a new device, or as the new board of an existing one, which keeps record,
 * name, history and settings
 */
export const ClaimBody = z.object({ replace: id.optional() });
export type ClaimBody = z.infer<typeof ClaimBody>;

export const PendingList = z.object({ pending: z.array(PendingView) });
