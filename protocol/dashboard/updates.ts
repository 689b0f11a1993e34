/** Firmware updates over the link. */
import { z } from 'zod';
import { ApiError } from './errors.ts';
import { id } from './shapes.ts';

export const UpdateState = z.enum(['waiting', 'sending', 'checking', 'restarting', 'done', 'failed', 'skipped']);
export type UpdateState = z.infer<typeof UpdateState>;

/**
 * How far a device's update has come. It is `done` only when the board is back at the hub with its new firmware. The
 * result is shown until the next update, or until the hub restarts.
 */
export const UpdateView = z.object({
	state: UpdateState,
	/** the firmware it is to run; null while it waits */
	version: z.string().nullable(),
	/** of the image, 0…100; null where none was sent */
	percent: z.number().int().nullable(),
	/** why it failed or was skipped, in words, and by its code */
	reason: z.string().nullable(),
	fault: ApiError.shape.fault,
	params: ApiError.shape.params,
});
export type UpdateView = z.infer<typeof UpdateView>;

/** GET /updates: the devices that may be updated, and from what to what */
export const UpdatesView = z.object({
	outdated: z.array(
		z.object({
			device: id,
			name: z.string(),
			running: z.string(),
			newest: z.string(),
			/** a relay of it is on: it is skipped unless told otherwise */
			relayOn: z.boolean(),
			/** an ESP32 falls back to its older firmware where the new one does not reach the hub; an ESP8266 cannot */
			fallsBack: z.boolean(),
		}),
	),
});
export type UpdatesView = z.infer<typeof UpdatesView>;

/**
 * POST /updates → 202: queues devices, which are updated one after another. POST /updates/stop → 204: starts no further
 * one.
 */
export const UpdateBody = z.object({
	devices: z.union([z.array(id).min(1).max(1_000), z.literal('outdated')]),
	/** also boards that have a relay on */
	evenIfOn: z.boolean().default(false),
});
export type UpdateBody = z.input<typeof UpdateBody>;
