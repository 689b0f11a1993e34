/** What follows from the browser's locale, for everybody who has chosen nothing else. */

/** Firefox does not tell where a week begins. Regions of CLDR; in all others it begins on Monday. */
const SUNDAY = new Set(
	'AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN IS JM JP KE KH KR LA MH MM MO MT MX MZ NI NP PA PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW'.split(
		' ',
	),
);
const SATURDAY = new Set('AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY'.split(' '));
const FAHRENHEIT = new Set('AS BS BZ FM GU KY LR MH MP PR PW UM US VI'.split(' '));

/** Newer browsers have the method, older ones the property, Firefox neither. */
type WithWeek = Intl.Locale & {
	getWeekInfo?: () => { firstDay: number };
	weekInfo?: { firstDay: number };
};

/** The first locale of the browser. */
export const browserLocale = (): string => globalThis.navigator?.language || 'en';

const regionOf = (locale: string): string => new Intl.Locale(locale).maximize().region ?? '';

/** By the table alone; 0 is Monday. */
export function firstDayInTable(locale: string): number {
	const region = regionOf(locale);
	return SUNDAY.has(region) ? 6 : SATURDAY.has(region) ? 5 : 0;
}

/** The first day of the week; 0 is Monday. */
export function firstDayOf(locale: string): number {
	const known = new Intl.Locale(locale) as WithWeek;
	const told = known.getWeekInfo?.() ?? known.weekInfo;
	return told ? told.firstDay - 1 : firstDayInTable(locale);
}

export const usesFahrenheit = (locale: string): boolean => FAHRENHEIT.has(regionOf(locale));

export function usesTwelveHours(locale: string): boolean {
	const { hourCycle } = new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions();
	return hourCycle === 'h11' || hourCycle === 'h12';
}

/** The browser's locale with its region, if it is of this language; otherwise the language as such. */
export function localeOf(language: string, browser: string): string {
	return new Intl.Locale(browser).language === language ? browser : language;
}
