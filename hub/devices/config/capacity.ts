import { LIMITS } from '../../../protocol/dashboard/limits.ts';
import type { Capacity, DevicePlan } from '../../../protocol/dashboard/plan.ts';

/** What one configuration may hold on a board. */
export interface BoardCapacity extends Capacity {
	/** of an encoded Configure; null: it comes in one message, the board takes none in parts */
	configBytes: number | null;
}

/** Of a board that does not say it: firmware before 0.4.0, or none that the hub has heard yet. */
export const OLDER_CAPACITY: BoardCapacity = { relays: 8, inputs: 8, sensors: 4, schedules: 16, configBytes: null };

const PARTS = ['relays', 'inputs', 'sensors', 'schedules'] as const;

export function capacityOf({ capacity }: { capacity: BoardCapacity | null }): BoardCapacity {
	if (!capacity) return OLDER_CAPACITY;
	// A board of a later version may have room for more than this hub knows ids for.
	const { relays, inputs, sensors, schedules, configBytes } = capacity;
	return {
		relays: Math.min(relays, LIMITS.relays),
		inputs: Math.min(inputs, LIMITS.inputs),
		sensors: Math.min(sensors, LIMITS.sensors),
		schedules: Math.min(schedules, LIMITS.schedules),
		configBytes,
	};
}

/** The part of a plan of which the board has no room for so many; undefined if it has. */
export function partTooMany(capacity: Capacity, plan: DevicePlan): { part: keyof Capacity; most: number } | undefined {
	const part = PARTS.find((part) => plan[part].length > capacity[part]);
	return part && { part, most: capacity[part] };
}
