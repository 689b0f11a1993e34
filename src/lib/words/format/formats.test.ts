import { afterEach, describe, expect, it } from 'vitest';
import { NO_PREFERENCES } from '../../../../protocol/dashboard/people/no-preferences.ts';
import { Language } from '../../../../protocol/dashboard/people/preferences.ts';
import { axisLabel, chartMoment, dateOf, dayAndTime, hourOf, secondOf, weekdayTime } from './dates.ts';
import { dayLabel, daysOf, timeOf, timeOfText, timeValue, weekdaysInOrder } from './days.ts';
import { bytesWord, kilobytes } from './bytes.ts';
import { clockFace } from './clock-face.ts';
import { exactDuration } from './duration.ts';
import { type Formats, formats, formatsOf } from './formats.svelte.ts';
import { decimal, percent, plainDecimal, whole, withUnit } from './numbers.ts';
import {
	inShownUnit,
	movedOffset,
	offsetStepText,
	offsetText,
	readingBrief,
	readingText,
	unitSign,
} from './readings.ts';
import { ago, clockTime, dayName, moment, shortMoment } from './times.ts';

const BEFORE = formats.current;
afterEach(() => formats.show(BEFORE));

const show = (change: Partial<Formats>) => formats.show({ ...formatsOf(NO_PREFERENCES, 'en', 'en-GB'), ...change });
/** Intl has several kinds of spaces. */
const plain = (text: string) => text.replace(/\s/gu, ' ');

/** Monday, 30 November 2026, 18:05:09 of this machine */
const AT = new Date(2026, 10, 30, 18, 5, 9).getTime();

describe.each(Language.options)('in the language %s', (locale) => {
	it.each([
		['24', false, /^18:05$/, /^0?7:30$/],
		['12', true, /^6:05 p\.? ?m\.?$/i, /^7:30 a\.? ?m\.?$/i],
	])('every time has the clock of %s hours', (_, twelveHours, evening, morning) => {
		show({ locale, twelveHours });
		for (const text of [hourOf(AT), clockTime(AT), moment(AT, AT), shortMoment(AT, AT), axisLabel['24h'](AT)])
			expect(plain(text)).toMatch(evening);
		expect(plain(chartMoment(AT, '24h'))).toMatch(evening);
		expect(plain(timeOf(7 * 60 + 30))).toMatch(morning);
		expect(plain(timeOfText('07:30'))).toMatch(morning);
		expect(timeValue(7 * 60 + 30)).toBe('07:30');
		const within = new RegExp(evening.source.slice(1, -1), 'i');
		for (const text of [weekdayTime(AT), dayAndTime(AT), chartMoment(AT, '7d')]) expect(plain(text)).toMatch(within);
		expect(plain(secondOf(AT))).toMatch(twelveHours ? /^6:05:09 p/i : /^18:05:09$/);
	});

	it('a large clock has the half of the day apart from its hours and minutes', () => {
		show({ locale, twelveHours: false });
		expect(clockFace(AT)).toEqual(['18:05', '']);
		show({ locale, twelveHours: true });
		const [time, half] = clockFace(AT);
		expect([time, plain(half)]).toEqual(['6:05', expect.stringMatching(/^p\.? ?m\.?$/i)]);
	});

	it('days and months have the names of the language', () => {
		show({ locale });
		const intl = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options).format(AT);
		expect(dayLabel(0)[1]).toBe(intl({ weekday: 'long' }));
		expect(daysOf(1)).toBe(intl({ weekday: 'short' }));
		expect(dateOf(AT)).toBe(intl({ dateStyle: 'long' }));
		expect(dayName(AT, AT + 40 * 86_400_000)).toContain(intl({ month: 'long', day: 'numeric' }));
		expect(ago(AT, AT + 2 * 86_400_000)).toBe(
			new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-2, 'day'),
		);
	});

	it('the chips of a week are told apart', () => {
		show({ locale });
		expect(new Set(weekdaysInOrder().map((day) => dayLabel(day)[0])).size).toBe(7);
	});

	it('numbers have its decimal separator, and units stay on the line of their number', () => {
		show({ locale });
		const point = locale === 'en' ? '.' : ',';
		const space = locale === 'fr' ? '\u202f' : '\u00a0';
		expect(readingText(21.44, 'celsius')).toBe(`21${point}4${space}°C`);
		expect(offsetText(-0.5, 'celsius')).toBe(`−0${point}5${space}°C`);
		expect([plainDecimal(1.25), exactDuration(1_500)]).toEqual([`1${point}25`, `1${point}5 s`]);
		expect(kilobytes(38_240)).toBe(`38${point}2${space}kB`);
		expect(bytesWord(3.4 * 1_048_576)).toBe(`3${point}4${space}MB`);
		expect(readingText(1013.2, 'hectopascal')).toBe(`1013${space}hPa`);
		expect(readingText(54_612.5, 'lux')).toBe(`54613${space}lx`);
		expect(percent(46)).toBe(new Intl.NumberFormat(locale, { style: 'percent' }).format(0.46));
		expect(whole(123_456)).toBe(new Intl.NumberFormat(locale).format(123_456));
	});
});

describe('temperatures', () => {
	it.each([
		[21.44, '21.4 °C', '70.6 °F', '21.4°', '70.6°'],
		[0, '0.0 °C', '32.0 °F', '0.0°', '32.0°'],
		[-40, '-40.0 °C', '-40.0 °F', '-40.0°', '-40.0°'],
		[-0.04, '0.0 °C', '31.9 °F', '0.0°', '31.9°'],
	])('of %d °C are shown in the chosen unit', (value, celsius, fahrenheit, brief, briefFahrenheit) => {
		show({ fahrenheit: false });
		expect([plain(readingText(value, 'celsius')), readingBrief(value, 'celsius')]).toEqual([celsius, brief]);
		show({ fahrenheit: true });
		expect([plain(readingText(value, 'celsius')), readingBrief(value, 'celsius')]).toEqual([
			fahrenheit,
			briefFahrenheit,
		]);
	});

	it('other quantities stay as they are', () => {
		show({ fahrenheit: true });
		expect([unitSign('percent'), unitSign('hectopascal'), unitSign('celsius')]).toEqual(['%', 'hPa', '°F']);
		expect([inShownUnit(46, 'percent'), readingBrief(46, 'percent')]).toEqual([46, '46%']);
		expect(plain(offsetText(3, 'percent'))).toBe('+3%');
	});
});

describe('an offset of a temperature', () => {
	it.each([
		[0, '±0.0 °C', '±0.0 °F'],
		[0.5, '+0.5 °C', '+0.9 °F'],
		[-5, '−5.0 °C', '−9.0 °F'],
	])('of %d °C is a difference', (offset, celsius, fahrenheit) => {
		show({ fahrenheit: false });
		expect(plain(offsetText(offset, 'celsius'))).toBe(celsius);
		show({ fahrenheit: true });
		expect(plain(offsetText(offset, 'celsius'))).toBe(fahrenheit);
	});

	it('is moved by 0.1 of the unit that is shown, and stored in °C', () => {
		show({ fahrenheit: false });
		expect([movedOffset(0, 'celsius', 1), movedOffset(0.1, 'celsius', -1)]).toEqual([0.1, 0]);
		show({ fahrenheit: true });
		expect(plain(offsetStepText('celsius'))).toBe('0.1 °F');
		let offset = 0;
		for (let step = 1; step <= 180; step++) {
			offset = movedOffset(offset, 'celsius', 1);
			expect(plain(offsetText(offset, 'celsius'))).toBe(`+${(step / 10).toFixed(1)} °F`);
		}
		expect(offset).toBe(10);
		for (let step = 0; step < 180; step++) offset = movedOffset(offset, 'celsius', -1);
		expect(Object.is(offset, 0)).toBe(true);
	});
});

describe('a week', () => {
	it.each([
		['Monday', 0, [0, 1, 2, 3, 4, 5, 6], 'Mon, Wed, Sun'],
		['Saturday', 5, [5, 6, 0, 1, 2, 3, 4], 'Sun, Mon, Wed'],
		['Sunday', 6, [6, 0, 1, 2, 3, 4, 5], 'Sun, Mon, Wed'],
	])('that begins on %s is listed from there', (_, firstDay, order, named) => {
		show({ firstDay });
		expect(weekdaysInOrder()).toEqual(order);
		expect(daysOf(0b1000101)).toBe(named);
		expect([daysOf(31), daysOf(96), daysOf(127)]).toEqual(['Mon–Fri', 'Sat and Sun', 'Every day']);
	});
});

it('a number is rounded without a lone minus', () => {
	show({});
	expect([decimal(-0.04, 1), decimal(-0.4, 0), withUnit(decimal(1.05, 1), 'V')]).toEqual(['0.0', '0', '1.1\u00a0V']);
});
