import { type WallTime, momentOf, wallTimeAt } from './zoned-time.ts';

export const UNTIL = ['tonight', 'sunday', 'month', 'never', 'other'] as const;
/** When a guest's access ends: `other` is a time that somebody enters. */
export type Until = (typeof UNTIL)[number];

const LAST_MINUTE = { hour: 23, minute: 59 };
const SUNDAY_HOUR = 18;

const weekdayOf = ({ year, month, day }: WallTime) => new Date(Date.UTC(year, month - 1, day)).getUTCDay();
const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The moments behind the ready-made ends, by the clocks of the hub's zone. */
export const untilMoment: Record<'tonight' | 'sunday' | 'month', (now: number, timeZone: string) => number> = {
	tonight: (now, timeZone) => momentOf({ ...wallTimeAt(now, timeZone), ...LAST_MINUTE }, timeZone),
	/** the next Sunday evening that is not over */
	sunday(now, timeZone) {
		const today = wallTimeAt(now, timeZone);
		const evening = { ...today, day: today.day + ((7 - weekdayOf(today)) % 7), hour: SUNDAY_HOUR, minute: 0 };
		const at = momentOf(evening, timeZone);
		return at > now ? at : momentOf({ ...evening, day: evening.day + 7 }, timeZone);
	},
	/** the end of the same day next month, or of that month's last day */
	month(now, timeZone) {
		const { year, month, day } = wallTimeAt(now, timeZone);
		return momentOf({ year, month: month + 1, day: Math.min(day, daysIn(year, month + 1)), ...LAST_MINUTE }, timeZone);
	},
};
