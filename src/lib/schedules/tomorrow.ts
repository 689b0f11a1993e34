import { fieldText, momentOf, wallTimeAt } from '../people/access/zoned-time.ts';

/** When most people want things to run again. */
const MORNING_HOUR = 6;

/** "2026-12-01T06:00": tomorrow at six by the clocks of a zone, as a field for date and time has it. `now` in Unix ms. */
export function tomorrowMorning(now: number, timeZone: string): string {
	const today = wallTimeAt(now, timeZone);
	return fieldText(momentOf({ ...today, day: today.day + 1, hour: MORNING_HOUR, minute: 0 }, timeZone), timeZone);
}
