/** The household's Wi-Fi networks, which the hub keeps for the next board. No answer holds a password. */
import { z } from 'zod';
import { id, wifiPassword } from './shapes.ts';

export const NetworkView = z.object({
	id,
	ssid: z.string(),
	/** false: an open network */
	secured: z.boolean(),
});
export type NetworkView = z.infer<typeof NetworkView>;

/** GET /wifi-networks, oldest first. POST /wifi-networks takes a `Wifi` (shapes.ts) → 201 NetworkView. */
export const NetworkList = z.object({ networks: z.array(NetworkView) });
export type NetworkList = z.infer<typeof NetworkList>;

/** PUT /wifi-networks/:id → NetworkView (owner). Boards that were given the old password keep it. */
export const NetworkPassword = z.object({ password: wifiPassword });
export type NetworkPassword = z.infer<typeof NetworkPassword>;
