import type { WeeklyHours } from '$protocol/dashboard/people/people.ts';
import { type WallTime, momentOf, wallTimeAt } from '../access/zoned-time.ts';

/** When a guest of some kind usually comes: a proposal that fills the form. */
export interface Times {
	weekly: WeeklyHours | null;
	/** Unix ms; null = no end */
	until: number | null;
}

/** Mondays from 8 to 12 */
const CLEANING: WeeklyHours = { weekdays: 1, fromMinute: 8 * 60, toMinute: 12 * 60 };
const NIGHT_HOUR = 2;
const HOLIDAY_DAYS = 14;
const EVENING_HOUR = 18;

function later(now: number, timeZone: string, change: (today: WallTime) => Partial<WallTime>): number {
	const today = wallTimeAt(now, timeZone);
	return momentOf({ ...today, minute: 0, ...change(today) }, timeZone);
}

export const PRESETS = {
	cleaner: () => ({ weekly: CLEANING, until: null }),
	/** waters the plants during a holiday */
	neighbour: (now, timeZone) => ({
		weekly: null,
		until: later(now, timeZone, ({ day }) => ({ day: day + HOLIDAY_DAYS, hour: EVENING_HOUR })),
	}),
	/** stays until 2 o'clock in the coming night */
	babysitter: (now, timeZone) => ({
		weekly: null,
		until: later(now, timeZone, ({ day, hour }) => ({ day: hour < NIGHT_HOUR ? day : day + 1, hour: NIGHT_HOUR })),
	}),
} as const satisfies Record<string, (now: number, timeZone: string) => Times>;
export type Preset = keyof typeof PRESETS;
