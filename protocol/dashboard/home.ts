/** How each person has arranged their own Home. */
import { z } from 'zod';
import { LIMITS } from './limits.ts';
import { name } from './shapes.ts';

/**
 * Names a tile: `relay:<device>:<relay>`, `input:<device>:<input>`, `reading:<device>:<sensor>:<unit>` or `scene:<scene>` (groups too). What it
 * names may be gone, or never have been: such keys are kept, and nothing is shown for them.
 */
export const TileKey = z
	.string()
	.max(LIMITS.tileKeyLength)
	.regex(/^((?:relay|input):[\w-]+:\d{1,3}|reading:[\w-]+:\d{1,3}:[a-z]+|scene:[\w-]+)$/);
export type TileKey = z.infer<typeof TileKey>;

/** PUT /account/home → 204. Each is of the person who asks; the whole layout is replaced. */
export const HomeLayout = z.object({
	/** in their order */
	favourites: z.array(TileKey).max(LIMITS.favourites),
	/** tiles that were moved by hand, in their order; the others follow them in the order of the house */
	order: z.array(TileKey).max(LIMITS.homeTiles),
	/** rooms that were moved by hand, in their order; the others follow them */
	rooms: z.array(name).max(LIMITS.homeRooms),
	/** rooms of which only the heading is shown */
	folded: z.array(name).max(LIMITS.homeRooms),
	/** the first steps of a new house are put away, by hand or because all are done */
	hidesFirstSteps: z.boolean().optional(),
});
export type HomeLayout = z.infer<typeof HomeLayout>;
