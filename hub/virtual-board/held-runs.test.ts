import { expect, it, onTestFinished } from 'vitest';
import { TestBoard } from '../../test/harness/boards/virtual-board/test-board.ts';
import { Cause, ScheduleEvent, ScheduleWhen } from '../../protocol/device_pb.ts';
import { type Hold, nextHeldRun } from '../time/next-run.ts';
import { zoneOffsets } from '../time/iana-zone.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const DAYS = 20;
const PLACE = { timeZone: 'CET-1CEST,M3.5.0,M10.5.0/3', latitude: 52.5, longitude: 13.375 };
const CLOCKS = { offsetAt: zoneOffsets('Europe/Berlin')!, standardMs: 60 * MINUTE_MS };
const EVERY_DAY = 127;
const TWO_HOURS = 120;

// The hub and the firmware, each by its own code: what the page shows is what the board does.
it.each([
	['by the clock, over the beginning of summer time', '2026-03-20T00:00Z', 'time', 150],
	['by the clock, near midnight', '2026-06-20T00:00Z', 'time', 5],
	['by the sun', '2026-10-15T00:00Z', 'sunset', 60],
] as const)(
	'a schedule %s runs on the board when the hub says, in a vacation and after it',
	(_, start, event, minutes) => {
		const from = Date.parse(start);
		const vacation = { from: from + 3 * DAY_MS, until: from + 15 * DAY_MS };
		const hold: Hold = { pausedUntil: from + DAY_MS + 10 * MINUTE_MS, vacation, varySeed: 0xdeadbeef };
		const schedule = { id: 3, weekdays: EVERY_DAY, event, minutes, when: 'always', varyMinutes: TWO_HOURS } as const;
		const events = { time: ScheduleEvent.TIME, sunrise: ScheduleEvent.SUNRISE, sunset: ScheduleEvent.SUNSET };
		const board = new TestBoard(
			{
				relays: [{ id: 1, pin: 5 }],
				place: PLACE,
				schedules: [{ ...schedule, relay: 1, on: true, event: events[event], when: ScheduleWhen.ALWAYS }],
				hold: {
					pausedUntilMinute: hold.pausedUntil / MINUTE_MS,
					vacationFromMinute: vacation.from / MINUTE_MS,
					vacationUntilMinute: vacation.until / MINUTE_MS,
					varySeed: hold.varySeed,
				},
			},
			from,
		);
		onTestFinished(() => board.powerOff());
		const foreseen: number[] = [];
		const held = { ...schedule, pausedUntil: 0 };
		for (let now = from; ; now = foreseen.at(-1)!) {
			const next = nextHeldRun(CLOCKS, PLACE, held, hold, now)!.at;
			if (next >= from + DAYS * DAY_MS) break;
			foreseen.push(next);
		}
		const ran: number[] = [];
		for (let now = from; now < from + DAYS * DAY_MS; now += MINUTE_MS) {
			board.clock.advance(MINUTE_MS);
			for (const { cause } of board.takeReports()) if (cause === Cause.SCHEDULE) ran.push(now + MINUTE_MS);
		}
		expect(ran.map((at) => new Date(at).toISOString())).toEqual(foreseen.map((at) => new Date(at).toISOString()));
		expect(ran.length).toBeGreaterThanOrEqual(DAYS - 3);
	},
);

it('a configuration of an older hub, which knows no pause and no vacation, runs as ever after a loss of power', () => {
	const start = Date.parse('2026-06-20T04:58:30Z');
	const board = new TestBoard(
		{
			relays: [{ id: 1, pin: 5 }],
			place: PLACE,
			// Of 07:00 in Berlin, in the fields that there were before pauses.
			schedules: [{ id: 1, relay: 1, on: true, weekdays: EVERY_DAY, event: ScheduleEvent.TIME, minutes: 420 }],
		},
		start,
	);
	onTestFinished(() => board.powerOff());
	board.losePower(500, true);
	board.clock.advance(2 * MINUTE_MS);
	expect(board.takeReports()).toMatchObject([{ relay: 1, on: true, cause: Cause.SCHEDULE }]);
});
