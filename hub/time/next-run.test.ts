import { describe, expect, it } from 'vitest';
import { type HeldRecurrence, type Hold, nextHeldRun, nextRunOf } from './next-run.ts';
import { varyBy } from './vary.ts';
import { zoneOffsets } from './iana-zone.ts';

const HOUR_MS = 3_600_000;
const BERLIN = { offsetAt: zoneOffsets('Europe/Berlin')!, standardMs: HOUR_MS };
const BERLIN_PLACE = { latitude: 52.5, longitude: 13.375 };
const YUKON = { offsetAt: zoneOffsets('America/Whitehorse')!, standardMs: -7 * HOUR_MS };
const DAWSON = { latitude: 64.06, longitude: -139.43 };
const TROMSO = { latitude: 69.65, longitude: 18.96 };
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const FREE: Hold = { pausedUntil: 0, vacation: null, varySeed: 1 };
const EVERY_DAY = 127;
/** bit 0 = Monday */
const MONDAY = 1;
const at = (minutes: number, weekdays = EVERY_DAY) => ({ event: 'time' as const, minutes, weekdays });
const sun = (event: 'sunrise' | 'sunset', minutes = 0, weekdays = EVERY_DAY) => ({ event, minutes, weekdays });
const iso = (moment: number | undefined) => moment && new Date(moment).toISOString().slice(0, 16);

describe('the next run of a schedule', () => {
	it.each([
		['later today', at(450), '2026-06-22T05:00Z', '2026-06-22T05:30'],
		['tomorrow, once it has run today', at(450), '2026-06-22T05:30Z', '2026-06-23T05:30'],
		['a week later, if its only weekday is today', at(450, MONDAY), '2026-06-22T06:00Z', '2026-06-29T05:30'],
		['by the clock of that day, across the end of summer time', at(450), '2026-10-24T06:00Z', '2026-10-25T06:30'],
		['when the clock changes, if it skips the minute', at(150), '2026-03-28T12:00Z', '2026-03-29T01:00'],
		['by today’s sunset', sun('sunset'), '2026-06-22T10:00Z', '2026-06-22T19:33'],
		['an hour before sunrise', sun('sunrise', -60), '2026-06-22T10:00Z', '2026-06-23T01:44'],
	])('is %s', (_, schedule, now, expected) => {
		expect(iso(nextRunOf(BERLIN, BERLIN_PLACE, schedule, Date.parse(now)))).toBe(expected);
	});

	it('by a sunset after midnight is that of the evening before, and once for each weekday', () => {
		// Dawson City on Monday, 21 June 2027: the sun sets at 00:52 on Tuesday.
		const midnight = Date.UTC(2027, 5, 22, 7, 10);
		const run = nextRunOf(YUKON, DAWSON, sun('sunset', 0, MONDAY), midnight)!;
		expect(run - midnight).toBeLessThan(HOUR_MS);
		expect(iso(nextRunOf(YUKON, DAWSON, sun('sunset', 0, MONDAY), run))).toMatch(/^2027-06-29T07:/);
	});

	it('waits for the end of the polar night, and of the midnight sun', () => {
		const dark = nextRunOf(BERLIN, TROMSO, sun('sunrise'), Date.UTC(2026, 11, 1));
		expect(iso(dark)).toMatch(/^2027-01-1\d/);
		const light = nextRunOf(BERLIN, TROMSO, sun('sunset'), Date.UTC(2026, 5, 1));
		expect(iso(light)).toMatch(/^2026-07-2\d/);
	});

	it('does not exist by the sun without a place, or without weekdays', () => {
		expect(nextRunOf(BERLIN, null, sun('sunset'), 0)).toBeUndefined();
		expect(nextRunOf(BERLIN, null, at(0, 0), 0)).toBeUndefined();
	});
});

describe('the next run of a schedule that is held', () => {
	const held = (change: Partial<HeldRecurrence> = {}): HeldRecurrence => ({
		id: 1,
		...at(450),
		when: 'always',
		varyMinutes: 0,
		pausedUntil: 0,
		...change,
	});
	const next = (schedule: HeldRecurrence, hold: Partial<Hold>, now: string) =>
		nextHeldRun(BERLIN, BERLIN_PLACE, schedule, { ...FREE, ...hold }, Date.parse(now));
	const NOW = '2026-06-22T04:00Z';
	/** 05:30 in UTC is 07:30 in Berlin. */
	const OWN = Date.parse('2026-06-22T05:30Z');

	it('comes after a pause of its device, or of its own; at the minute in which that ends it runs', () => {
		expect(iso(next(held(), { pausedUntil: OWN }, NOW)?.at)).toBe('2026-06-22T05:30');
		expect(iso(next(held(), { pausedUntil: OWN + MINUTE_MS }, NOW)?.at)).toBe('2026-06-23T05:30');
		expect(iso(next(held({ pausedUntil: OWN + DAY_MS + MINUTE_MS }), {}, NOW)?.at)).toBe('2026-06-24T05:30');
		expect(next(held(), { pausedUntil: OWN + 1_000 * DAY_MS }, NOW)).toBeUndefined();
	});

	it('is decided by the household’s days', () => {
		const vacation = { from: OWN + DAY_MS, until: OWN + 3 * DAY_MS };
		expect(iso(next(held({ when: 'in-vacation' }), { vacation }, NOW)?.at)).toBe('2026-06-23T05:30');
		expect(next(held({ when: 'in-vacation' }), {}, NOW)).toBeUndefined();
		const after = next(held({ when: 'at-home' }), { vacation }, '2026-06-22T06:00Z');
		expect(iso(after?.at)).toBe('2026-06-25T05:30');
	});

	it('is moved in a vacation, once a day, and told as varied', () => {
		const vacation = { from: OWN - DAY_MS, until: OWN + 2 * DAY_MS };
		const schedule = held({ varyMinutes: 90 });
		let now = OWN - 3 * 3_600_000;
		for (let day = 0; day < 3; day++) {
			const run = nextHeldRun(BERLIN, BERLIN_PLACE, schedule, { ...FREE, vacation }, now)!;
			const own = OWN + day * DAY_MS;
			const by = day < 2 ? varyBy(1, Math.floor(own / DAY_MS), 1, 90) : 0;
			expect(run).toEqual({ at: own + by * MINUTE_MS, varied: day < 2 });
			now = run.at;
		}
	});

	it('is not looked for on the days of a pause or a vacation on which it cannot be', () => {
		let asked = 0;
		const clocks = { ...BERLIN, offsetAt: (at: number) => (asked++, BERLIN.offsetAt(at)) };
		const vacation = { from: OWN - DAY_MS, until: OWN + 360 * DAY_MS };
		const cases: [schedule: HeldRecurrence, hold: Partial<Hold>, expected: string | undefined][] = [
			[held(), { pausedUntil: OWN + 360 * DAY_MS }, '2027-06-17T05:30'],
			[held({ when: 'at-home' }), { vacation }, '2027-06-17T05:30'],
			[
				held({ when: 'in-vacation' }),
				{ vacation: { from: OWN + 300 * DAY_MS, until: vacation.until } },
				'2027-04-18T05:30',
			],
			[held({ when: 'in-vacation' }), { pausedUntil: OWN + 360 * DAY_MS, vacation }, undefined],
			[held({ when: 'in-vacation' }), {}, undefined],
		];
		for (const [schedule, hold, expected] of cases) {
			const run = nextHeldRun(clocks, BERLIN_PLACE, schedule, { ...FREE, ...hold }, OWN - HOUR_MS);
			expect(iso(run?.at)).toBe(expected);
		}
		expect(asked).toBeLessThan(150);
	});

	it('is the same as if each day of a year were looked at', () => {
		const vacations = [
			null,
			{ from: OWN + 3 * DAY_MS, until: OWN + 17 * DAY_MS },
			{ from: OWN - 9 * DAY_MS, until: OWN + HOUR_MS },
		];
		const pauses = [0, OWN + MINUTE_MS, OWN + 5 * DAY_MS, OWN + 40 * DAY_MS];
		const recurrences = [at(450), at(5, MONDAY), sun('sunset', 240), sun('sunrise', -240, MONDAY)];
		for (const vacation of vacations)
			for (const pausedUntil of pauses)
				for (const when of ['always', 'at-home', 'in-vacation'] as const)
					for (const recurrence of recurrences) {
						const schedule = held({ ...recurrence, when, varyMinutes: 60 });
						const hold = { ...FREE, vacation, pausedUntil };
						expect(nextHeldRun(BERLIN, BERLIN_PLACE, schedule, hold, OWN)).toEqual(dayByDay(schedule, hold, OWN));
					}
	});

	/** Runs the schedule as if nothing held it, and asks of each of its moments whether a board would run then. */
	function dayByDay(schedule: HeldRecurrence, { vacation, pausedUntil, varySeed }: Hold, now: number) {
		let own: number | undefined = now - 3 * DAY_MS;
		while ((own = nextRunOf(BERLIN, BERLIN_PLACE, schedule, own)) !== undefined && own < now + 360 * DAY_MS) {
			const inVacation = vacation !== null && own >= vacation.from && own < vacation.until;
			if (schedule.when === (inVacation ? 'at-home' : 'in-vacation')) continue;
			const day = Math.floor(
				(own + 2 * HOUR_MS - (schedule.event === 'time' ? 0 : schedule.minutes * MINUTE_MS)) / DAY_MS,
			);
			const run = own + (inVacation ? varyBy(varySeed, day, 1, 60) * MINUTE_MS : 0);
			if (run > now && run >= pausedUntil) return { at: run, varied: inVacation };
		}
		return undefined;
	}
});
