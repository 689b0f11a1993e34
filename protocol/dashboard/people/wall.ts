/** The wall panel: Home on a tablet at the wall, which can be locked to switching. */
import { z } from 'zod';
import { saying } from '../faults.ts';
import { LIMITS } from '../limits.ts';
import { at } from '../shapes.ts';

/** PUT /wall/lock → 204; POST /wall/unlock → 204 */
export const WallPin = z.object({
	pin: z
		.string()
		.regex(
			new RegExp(`^[0-9]{${LIMITS.wallPinMin},${LIMITS.wallPinMax}}$`),
			saying('wall-pin-digits', { least: LIMITS.wallPinMin, most: LIMITS.wallPinMax }),
		),
});
export type WallPin = z.infer<typeof WallPin>;

/** The night that is now, or the next one: Unix ms. */
export const Night = z.object({
	from: at,
	to: at,
	/** from sunset to sunrise; otherwise fixed hours, because the hub knows no place or the sun does not set */
	bySun: z.boolean(),
});
export type Night = z.infer<typeof Night>;

/** GET /wall */
export const WallView = z.object({
	/** whether this session is locked to its wall panel */
	locked: z.boolean(),
	night: Night,
});
export type WallView = z.infer<typeof WallView>;
