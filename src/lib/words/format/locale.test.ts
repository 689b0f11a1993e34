import { describe, expect, it } from 'vitest';
import { NO_PREFERENCES } from '../../../../protocol/dashboard/people/no-preferences.ts';
import { formatsOf } from './formats.svelte.ts';
import { firstDayInTable, firstDayOf, localeOf, usesFahrenheit, usesTwelveHours } from './locale.ts';

const REGIONS =
	'AE AU AT BE BG BR BS BZ CA CH CN CZ DE DK DZ EE EG ES FI FR GB GR HK HR HU ID IE IL IN IQ IR IS IT JO JP KR KW LR LT LU LV LY MA MX MY NL NO NZ OM PE PH PK PL PR PT QA RO RS RU SA SD SE SG SI SK SY TH TR TW UA US VE VN ZA'.split(
		' ',
	);

it.each(REGIONS)('the week of %s begins on the same day where the browser does not tell it', (region) =>
	expect(firstDayInTable(`en-${region}`)).toBe(firstDayOf(`en-${region}`)),
);

describe('of a browser in', () => {
	it.each([
		['en-US', true, 6, true],
		['en-GB', false, 0, false],
		['en-LR', true, 0, true],
		['es-PR', true, 6, true],
		['de-DE', false, 0, false],
		['pl', false, 0, false],
		['ar-EG', true, 5, false],
		['ja-JP', false, 6, false],
	])('%s what nobody has chosen is as there', (browser, twelveHours, firstDay, fahrenheit) => {
		expect([usesTwelveHours(browser), firstDayOf(browser), usesFahrenheit(browser)]).toEqual([
			twelveHours,
			firstDay,
			fahrenheit,
		]);
		expect(formatsOf(NO_PREFERENCES, 'en', browser)).toMatchObject({ twelveHours, firstDay, fahrenheit });
	});

	it.each(['en-US', 'de-DE'])('%s what somebody has chosen is as they chose', (browser) => {
		const american = { hours: '12', weekStart: 'sunday', temperature: 'fahrenheit' } as const;
		expect(formatsOf(american, 'en', browser)).toMatchObject({ twelveHours: true, firstDay: 6, fahrenheit: true });
		const european = { hours: '24', weekStart: 'monday', temperature: 'celsius' } as const;
		expect(formatsOf(european, 'en', browser)).toMatchObject({ twelveHours: false, firstDay: 0, fahrenheit: false });
		expect(formatsOf({ ...european, weekStart: 'saturday' }, 'en', browser).firstDay).toBe(5);
	});
});

it('what was stored damaged counts as not chosen', () => {
	const damaged = { hours: 7, weekStart: 'tuesday', temperature: null } as never;
	expect(formatsOf(damaged, 'en', 'en-GB')).toEqual(formatsOf(NO_PREFERENCES, 'en', 'en-GB'));
});

it('dates have the browser’s region, if its language is in force', () => {
	expect(localeOf('en', 'en-GB')).toBe('en-GB');
	expect(localeOf('de', 'en-GB')).toBe('de');
});
