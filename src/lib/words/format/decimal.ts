import { LOCALE } from '$lib/words/language.ts';

const formats = new Map<number, Intl.NumberFormat>();

/** "21.4", or "21,4" where a comma separates decimals; without separators between thousands */
export function decimal(value: number, digits: number): string {
	let format = formats.get(digits);
	if (!format) {
		const settings = { minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping: false };
		format = new Intl.NumberFormat(LOCALE, settings);
		formats.set(digits, format);
	}
	return format.format(value);
}

/** A number with as many decimals as it has, three at most: "1.5", "90" */
export const amount = (value: number): string =>
	new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 3, useGrouping: false }).format(value);
