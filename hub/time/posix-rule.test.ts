import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../protocol/dashboard/limits.ts';
import { changesBetween, zoneOffsets } from './iana-zone.ts';
import { localTimeAt } from './local-time.ts';
import { posixRuleAt } from './posix-rule.ts';
import { offsetAt, parsePosixTz } from './posix-tz.ts';
import { zoneNames, zoneToPosix } from './zone-to-posix.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** No period between two changes of a zone is shorter. */
const LOOK_MS = 5 * DAY_MS;
/** Hundreds of zones, thousands of days. */
const TIMEOUT_MS = 300_000;
const FROM = Date.UTC(2026, 10, 28);
const UNTIL = Date.UTC(2030, 0);
/** A board's clock is right even if it has had no contact with its hub for this long. */
const FORESEEN_MS = 60 * DAY_MS;

it.each([
	// Clocks go back on 7 February 2027 and forward on 14 March: the days of Ramadan.
	['Africa/Casablanca', '2026-11-28', 'UTC0<+01>,J73/2,J38/3'],
	['Africa/Casablanca', '2027-02-20', 'UTC0<+01>,J73/2,J23/3'],
	['Europe/Berlin', '2026-11-28', '<+01>-1<+02>,M3.5.0,M10.5.0/3'],
	['Asia/Tokyo', '2026-11-28', '<+09>-9'],
	['Europe/Atlantis', '2026-11-28', undefined],
])('%s is sent on %s as %s', (name, date, rule) => {
	expect(posixRuleAt(name, Date.parse(date))).toBe(rule);
});

it('a summer time that is abolished does not begin again within the year', () => {
	// Paraguay stays on its summer time from October 2024 on.
	const rule = parsePosixTz(posixRuleAt('America/Asuncion', Date.parse('2024-09-15'))!)!;
	const clocks = ['2024-09-15', '2024-10-10', '2025-03-30', '2025-08-30'].map((day) => offsetAt(rule, Date.parse(day)));
	expect(clocks.map((ms) => ms / 3_600_000)).toEqual([-4, -3, -3, -3]);
});

describe('over all time zones and the next years', () => {
	it(
		'the hub’s local time always equals that of the zone’s data',
		() => {
			const wrong = zoneNames().filter((name) => {
				const zone = zoneOffsets(name)!;
				const clock = new Intl.DateTimeFormat('en-GB', { timeZone: name, hour: '2-digit', minute: '2-digit' });
				return momentsOf(name).some((at) => {
					const { minute } = localTimeAt(zone, at);
					const [hours = 0, minutes = 0] = clock.format(at).split(':').map(Number);
					return minute !== hours * 60 + minutes;
				});
			});
			expect(wrong).toEqual([]);
		},
		TIMEOUT_MS,
	);

	it(
		'the rule of each day is right for the next two months',
		() => {
			const wrong = zoneNames().flatMap((name) => {
				const zone = zoneOffsets(name)!;
				const lasting = zoneToPosix(name)!;
				const lastingZone = parsePosixTz(lasting)!;
				const isOdd = momentsOf(name).some((at) => offsetAt(lastingZone, at) !== zone(at));
				// A zone without exceptions has the same rule every day.
				const days = isOdd ? daysFrom(FROM, UNTIL, 14) : [FROM];
				return days
					.filter((now) => {
						const rule = posixRuleAt(name, now, lasting)!;
						const told = parsePosixTz(rule)!;
						const moments = momentsOf(name).filter((at) => at >= now && at <= now + FORESEEN_MS);
						return (
							rule.length > LIMITS.boardTextBytes.timeZone ||
							[now, ...moments].some((at) => offsetAt(told, at) !== zone(at))
						);
					})
					.map((now) => `${name} on ${new Date(now).toISOString()}`);
			});
			expect(wrong).toEqual([]);
		},
		TIMEOUT_MS,
	);
});

const known = new Map<string, number[]>();

/** A minute before and after every change of a zone, and every thirtieth day. */
function momentsOf(name: string): number[] {
	const moments = known.get(name) ?? [
		...daysFrom(FROM, UNTIL + FORESEEN_MS, 30),
		...changesBetween(zoneOffsets(name)!, FROM, UNTIL + FORESEEN_MS, LOOK_MS).flatMap(({ at }) => [at - MINUTE_MS, at]),
	];
	known.set(name, moments);
	return moments;
}

function daysFrom(from: number, until: number, every: number): number[] {
	return Array.from({ length: Math.ceil((until - from) / DAY_MS / every) }, (_, n) => from + n * every * DAY_MS);
}
