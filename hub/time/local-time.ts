const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const WEEK_DAYS = 7;
/** 1970-01-01 was a Thursday; Monday is 0 here. */
const EPOCH_WEEKDAY = 3;
/** More than any clock differs from UTC, including a change of its offset. */
const FARTHEST_MS = 30 * 3_600_000;

/** How far the clocks of a time zone are ahead of UTC at a Unix time (ms), in ms. */
export type OffsetAt = (at: number) => number;

/** What a clock on the wall shows. */
export interface LocalTime {
	/** the local date, as days since 1970-01-01 */
	day: number;
	/** 0 = Monday … 6 = Sunday */
	weekday: number;
	/** of the day, from 0 */
	minute: number;
}

/** What a clock in this zone shows at a Unix time (ms). */
export function localTimeAt(offsetAt: OffsetAt, at: number): LocalTime {
	const local = at + offsetAt(at);
	const day = Math.floor(local / DAY_MS);
	return { day, weekday: weekdayOf(day), minute: Math.floor((local - day * DAY_MS) / MINUTE_MS) };
}

/** 0 = Monday … 6 = Sunday, of a date as days since 1970-01-01. */
export function weekdayOf(day: number): number {
	return (((day + EPOCH_WEEKDAY) % WEEK_DAYS) + WEEK_DAYS) % WEEK_DAYS;
}

/**
 * The Unix time (ms) at which the local clock first shows this minute of this date (days since 1970-01-01). For a
 * minute that is skipped when summer time begins, the moment of the change; for one that comes twice when it ends,
 * the first one.
 */
export function momentOf(offsetAt: OffsetAt, day: number, minute: number): number {
	const local = day * DAY_MS + minute * MINUTE_MS;
	const offsets = [offsetAt(local - FARTHEST_MS), offsetAt(local + FARTHEST_MS)];
	const [earlier = 0, later = 0] = offsets.map((offsetMs) => local - offsetMs).sort((a, b) => a - b);
	const shown = [earlier, later].find((at) => at + offsetAt(at) === local);
	return shown ?? changeBetween(offsetAt, earlier, later);
}

/** The moment at which the offset changes: after `low`, at `high` at the latest. */
function changeBetween(offsetAt: OffsetAt, low: number, high: number): number {
	const before = offsetAt(low);
	while (high - low > 1) {
		const middle = Math.floor((low + high) / 2);
		if (offsetAt(middle) === before) low = middle;
		else high = middle;
	}
	return high;
}
