import { type ZoneChange, changesBetween, zoneOffsets } from './iana-zone.ts';
import { offsetAt as posixOffsetAt, parsePosixTz } from './posix-tz.ts';
import { byTheClock, posixOffset, posixTime, posixZone, zoneToPosix } from './zone-to-posix.ts';

const DAY_MS = 86_400_000;
/** A rule names days of a year, so it can only be right for less than a year. */
const FORESEEN_MS = 360 * DAY_MS;
/** Summer time may be interrupted for a few days, as in Gaza. */
const LOOK_EVERY_MS = DAY_MS;
const FEBRUARY_29 = '02-29';
/** Any year without a 29 February. */
const COMMON_YEAR = 2001;

/**
 * The IANA time zone as boards are sent it at `now` (Unix ms), as POSIX TZ: the zone's permanent rule if that is
 * right for the next year. If it is not (Morocco's Ramadan, a zone that ends its summer time), the rule names the
 * days of the next two changes, and the hub sends another one long before the third. Undefined if there is no such
 * zone.
 */
export function posixRuleAt(timeZone: string, now: number, lasting = zoneToPosix(timeZone)): string | undefined {
	const offsetAt = zoneOffsets(timeZone);
	const zone = lasting === undefined ? undefined : parsePosixTz(lasting);
	if (!offsetAt || !zone) return undefined;
	const changes = changesBetween(offsetAt, now, now + FORESEEN_MS, LOOK_EVERY_MS);
	const byRule = changesBetween((at) => posixOffsetAt(zone, at), now, now + FORESEEN_MS, LOOK_EVERY_MS);
	const agrees = posixOffsetAt(zone, now) === offsetAt(now) && JSON.stringify(byRule) === JSON.stringify(changes);
	return agrees ? lasting : nextTwo(offsetAt(now), changes, now);
}

function nextTwo(nowMs: number, [first, second]: ZoneChange[], now: number): string {
	if (!first) return posixOffset(nowMs);
	// A rule needs two changes. If the change is not undone within the year, undo it yesterday: that day comes again last.
	const back = second?.toMs === nowMs ? second : { at: now - DAY_MS, fromMs: first.toMs, toMs: nowMs };
	const [end, start] = [first, back].sort((a, b) => a.toMs - b.toMs) as [ZoneChange, ZoneChange];
	return posixZone({ standardMs: end.toMs, summerMs: start.toMs, start: dayRule(start), end: dayRule(end) });
}

/** Jn/time: a day of the year, 29 February never counted. */
function dayRule(change: ZoneChange): string {
	const { day, timeMs } = byTheClock(change);
	const date = new Date(day).toISOString().slice('2027-'.length, '2027-02-29'.length);
	const isLeapDay = date === FEBRUARY_29;
	const common = Date.parse(`${COMMON_YEAR}-${isLeapDay ? '02-28' : date}`);
	const n = (common - Date.UTC(COMMON_YEAR, 0)) / DAY_MS + 1;
	return `J${n}/${posixTime(timeMs + (isLeapDay ? DAY_MS : 0))}`;
}
