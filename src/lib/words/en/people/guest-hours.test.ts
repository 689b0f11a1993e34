import { expect, it } from 'vitest';
import { guestHoursWords as words } from './guest-hours.ts';

const hours = { weekdays: 31, fromMinute: 480, toMinute: 720, open: false, opensOn: 0 };

it('tells a guest their hours, by the days and times that the owner chose', () => {
	expect(words.open(hours, true)).toBe('You can switch these Mon–Fri 08:00–12:00');
	expect(words.open({ ...hours, weekdays: 127 }, false)).toBe('You can see these every day 08:00–12:00');
	expect(words.next(hours)).toBe('From Monday 08:00');
	expect(words.next({ ...hours, opensOn: null })).toBeUndefined();
});
