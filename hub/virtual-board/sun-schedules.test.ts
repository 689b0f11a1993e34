import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { create } from '@bufbuild/protobuf';
import { describe, expect, it } from 'vitest';
import { PlaceConfigSchema, ScheduleConfigSchema, ScheduleEvent } from '../../protocol/device_pb.ts';
import { ManualClock } from '../base/manual-clock.ts';
import { weekdayOf } from '../time/local-time.ts';
import { Schedules } from './schedules.ts';
import { WallClock } from './wall-clock.ts';

interface Case {
	name: string;
	time_zone: string;
	latitude: number;
	longitude: number;
	event: 'SUNRISE' | 'SUNSET';
	minutes: number;
	first_day: string;
	at: (number | null | 'grazing')[];
}

const FILE = join(import.meta.dirname, '..', '..', 'protocol', 'vectors', 'sun.json');
const { cases } = JSON.parse(readFileSync(FILE, 'utf8')) as { cases: Case[] };

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const TOLERANCE_MS = 2 * MINUTE_MS;
const EVERY_DAY = 0b111_1111;
/** Monday, Wednesday, Friday and Sunday: a schedule of the wrong date is one of the wrong day. */
const SOME_DAYS = 0b101_0101;
/** A schedule is due up to two days from its date. */
const MARGIN_DAYS = 2;

describe('a schedule by the sun runs once for each of its weekdays, when the ephemeris says so', () => {
	it.each(cases)('$name', (one) => {
		const first = Date.parse(one.first_day);
		const clock = new ManualClock(first - MARGIN_DAYS * DAY_MS);
		const wall = new WallClock(clock, clock.now(), one.time_zone);
		const schedule = { minutes: one.minutes, event: ScheduleEvent[one.event], relay: 1, on: true };
		const ran = new Map<number, number[]>([
			[SOME_DAYS, []],
			[EVERY_DAY & ~SOME_DAYS, []],
		]);
		const schedules = new Schedules({
			configs: [...ran.keys()].map((weekdays) => create(ScheduleConfigSchema, { ...schedule, weekdays })),
			place: create(PlaceConfigSchema, { latitude: one.latitude, longitude: one.longitude }),
			clock,
			wall,
			run: ({ weekdays }) => ran.get(weekdays)!.push(clock.now()),
		});
		clock.advance((one.at.length + 2 * MARGIN_DAYS) * DAY_MS);
		schedules.stop();

		for (const [weekdays, times] of ran) {
			const left = [...times];
			for (const [index, minute] of one.at.entries()) {
				const date = first + index * DAY_MS;
				if ((weekdays & (1 << weekdayOf(date / DAY_MS))) === 0 || minute === null) continue;
				// On a day that may be or not be, the sun turns round at its midnight, or noon.
				if (minute === 'grazing') {
					const near = left.findIndex((at) => Math.abs(at - nearestKnown(one, index, first)) < DAY_MS / 4);
					if (near >= 0) left.splice(near, 1);
					continue;
				}
				const found = left.findIndex((at) => Math.abs(at - date - minute * MINUTE_MS) <= TOLERANCE_MS);
				expect(found, `${new Date(date).toISOString().slice(0, 10)} has no run at minute ${minute}`).not.toBe(-1);
				left.splice(found, 1);
			}
			const within = left.filter(
				(at) => at >= first + MARGIN_DAYS * DAY_MS && at < clock.now() - 3 * MARGIN_DAYS * DAY_MS,
			);
			expect(within.map((at) => new Date(at).toISOString())).toEqual([]);
		}
	});
});

/** When a day without a known time would have its event: as the nearest day that has one. */
function nearestKnown({ at }: Case, index: number, first: number): number {
	const near = at
		.flatMap((minute, day) => (typeof minute === 'number' ? [{ minute, day }] : []))
		.sort((a, b) => Math.abs(a.day - index) - Math.abs(b.day - index))[0]!;
	return first + index * DAY_MS + near.minute * MINUTE_MS;
}
