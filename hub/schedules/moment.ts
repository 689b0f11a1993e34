import { type Fault, fieldFault } from '../../protocol/dashboard/faults.ts';
import { LIMITS, PAUSE_FOREVER_AT } from '../../protocol/dashboard/limits.ts';
import type { LocalMoment } from '../../protocol/dashboard/schedules.ts';
import { type Result, ok } from '../base/result.ts';
import { type OffsetAt, momentOf } from '../time/local-time.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const YEAR_MS = 366 * DAY_MS;
const MINUTES_OF_AN_HOUR = 60;

/** The first whole minute that is not before a moment, both Unix ms: boards begin and end by the minute. */
export function wholeMinute(at: number): number {
	return Math.ceil(at / MINUTE_MS) * MINUTE_MS;
}

/** The Unix ms of what a person has typed by the clocks of the household; null is for ever. It must lie ahead. */
export function momentAhead(
	offsetAt: OffsetAt,
	typed: LocalMoment | null,
	field: string,
	now: number,
): Result<number, Fault> {
	if (typed === null) return ok(PAUSE_FOREVER_AT);
	const [date = '', time = ''] = typed.split('T');
	const [hours = 0, minutes = 0] = time.split(':').map(Number);
	const midnight = Date.parse(`${date}T00:00Z`);
	// Date.parse() takes 31 February for a day of March.
	if (Number.isNaN(midnight) || new Date(midnight).toISOString().slice(0, date.length) !== date)
		return fieldFault(field, 'no-moment');
	if (hours > 23 || minutes > 59) return fieldFault(field, 'no-moment');
	const at = momentOf(offsetAt, midnight / DAY_MS, hours * MINUTES_OF_AN_HOUR + minutes);
	if (at <= now || at > now + LIMITS.holdYears * YEAR_MS)
		return fieldFault(field, 'moment-out-of-range', { years: LIMITS.holdYears });
	return ok(wholeMinute(at));
}
