import { describe, expect, it } from 'vitest';
import { guessedNight, isNight, latest } from './night.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const local = (day: number, hour: number, minute = 0) => new Date(2027, 0, day, hour, minute).getTime();
const TOLD = { from: local(10, 16, 14), to: local(11, 8, 13), bySun: true };

describe('the night that the hub told', () => {
	it.each([
		[local(10, 12), false],
		[local(10, 16, 13), false],
		[local(10, 16, 14), true],
		[local(11, 2), true],
		[local(11, 8, 12), true],
		[local(11, 8, 13), false],
	])('at %i is %j', (now, night) => expect(isNight(TOLD, now)).toBe(night));

	it('comes again every day while the hub is out of reach', () => {
		expect(latest(TOLD, TOLD.to)).toEqual({ from: TOLD.from + DAY, to: TOLD.to + DAY, bySun: true });
		expect(isNight(TOLD, local(14, 2))).toBe(true);
		expect(isNight(TOLD, local(14, 12))).toBe(false);
	});
});

describe('the night until the hub has told it', () => {
	it.each([
		[local(10, 21, 59), false],
		[local(10, 22), true],
		[local(11, 0, 30), true],
		[local(11, 5, 59), true],
		[local(11, 6), false],
		[local(11, 12), false],
	])('is from 22:00 to 06:00 by this device’s clock: at %i it is %j', (now, night) =>
		expect(isNight(guessedNight(now), now)).toBe(night),
	);
});
