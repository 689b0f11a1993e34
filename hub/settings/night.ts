import type { Night } from '../../protocol/dashboard/people/wall.ts';
import { type OffsetAt, localTimeAt, momentOf } from '../time/local-time.ts';
import { sunEventOf } from '../time/sun.ts';
import type { Settings } from './settings.ts';

const MINUTES_OF_AN_HOUR = 60;
const NOON_MINUTE = 12 * MINUTES_OF_AN_HOUR;
/** The night where the hub knows no place, or the sun neither sets nor rises. */
const NIGHT = { fromMinute: 22 * MINUTES_OF_AN_HOUR, toMinute: 6 * MINUTES_OF_AN_HOUR };
/** Nights that begin on these days, counted from today, are looked at. The last is always one to come. */
const DAYS = [-2, -1, 0, 1];

/** The night that is at `now` (Unix ms), or the next one: from sunset to sunrise of the household's place. */
export function nightOf({ value, offsetAt }: Pick<Settings, 'value' | 'offsetAt'>, now: number): Night {
	const { day: today } = localTimeAt(offsetAt, now);
	const nights = DAYS.map((days) => nightFrom(offsetAt, value.place, today + days));
	return nights.find(({ to }) => to > now)!;
}

function nightFrom(offsetAt: OffsetAt, place: Settings['value']['place'], day: number): Night {
	const sun = (event: 'sunrise' | 'sunset', of: number) =>
		place ? sunEventOf(event, of, place, offsetAt(momentOf(offsetAt, of, NOON_MINUTE))) : undefined;
	const [from, to] = [sun('sunset', day), sun('sunrise', day + 1)];
	if (from !== undefined && to !== undefined && from < to) return { from, to, bySun: true };
	return {
		from: momentOf(offsetAt, day, NIGHT.fromMinute),
		to: momentOf(offsetAt, day + 1, NIGHT.toMinute),
		bySun: false,
	};
}
