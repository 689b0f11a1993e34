import { type OffsetAt, localTimeAt, momentOf, weekdayOf } from './local-time.ts';
import { type Place, sunEventOf } from './sun.ts';

const MINUTE_MS = 60_000;
/** The sun's event may fall after midnight of its day, and its offset may move it across another midnight. */
const DAYS_BACK = 2;
/** Near the poles the sun may not rise or set for half a year. */
const DAYS_AHEAD = 366;

/** The household's clocks: those of its zone, and the standard time by which boards decide the sun's day. */
export interface Clocks {
	offsetAt: OffsetAt;
	standardMs: number;
}

/** The part of a schedule that says when it runs. */
export interface Recurrence {
	/** bit 0 = Monday … bit 6 = Sunday */
	weekdays: number;
	event: 'time' | 'sunrise' | 'sunset';
	/** time: minute of the day, local; otherwise minutes after (negative: before) the sun's event */
	minutes: number;
}

/**
 * When a schedule runs next after `now` (Unix ms). The weekdays are those of the day to which the event belongs, even
 * if it falls after midnight. Undefined: not within a year, or it needs a place that is not known.
 */
export function nextRunOf(
	{ offsetAt, standardMs }: Clocks,
	place: Place | null,
	{ weekdays, event, minutes }: Recurrence,
	now: number,
): number | undefined {
	if (event !== 'time' && !place) return undefined;
	const { day: today } = localTimeAt(offsetAt, now);
	for (let day = today - DAYS_BACK; day <= today + DAYS_AHEAD; day++) {
		if (!(weekdays & (1 << weekdayOf(day)))) continue;
		const at = momentOfEvent(day);
		if (at !== undefined && at > now) return at;
	}
	return undefined;

	function momentOfEvent(day: number): number | undefined {
		if (event === 'time') return momentOf(offsetAt, day, minutes);
		const sun = sunEventOf(event, day, place!, standardMs);
		return sun === undefined ? undefined : sun + minutes * MINUTE_MS;
	}
}
