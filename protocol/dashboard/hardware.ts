/** What the hub has seen a real board do, for the project's list of boards. */
import { z } from 'zod';

/**
 * GET /devices/:id/hardware. Nothing in it tells one household from another: no names, no addresses, no keys; relays and
 * sensors are numbers.
 */
export const HardwareSeen = z.object({
	/** id in the catalogue */
	board: z.string(),
	boardName: z.string(),
	chip: z.string().nullable(),
	firmware: z.string().nullable(),
	/** version of the hub */
	hub: z.string(),
	/** null while it is not connected */
	uptimeMs: z.number().int().nullable(),
	/** how often each relay was reported switched since this board is there, as far as the history goes back */
	relays: z.array(
		z.object({
			relay: z.number().int(),
			/** by a command of the hub */
			commands: z.number().int(),
			/** by the board's own rules or its wall switches */
			byItself: z.number().int(),
		}),
	),
	sensors: z.array(z.object({ sensor: z.number().int(), type: z.string(), answers: z.boolean() })),
	/** firmware that the board was updated to over the link, newest first */
	updates: z.array(z.string()),
});
export type HardwareSeen = z.infer<typeof HardwareSeen>;
