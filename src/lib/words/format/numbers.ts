import { formats } from './formats.svelte.ts';
import { numberText } from './intl.ts';

/** Numbers with the separators of the language in force. */

const NO_BREAK_SPACE = '\u00A0';
const NARROW_NO_BREAK_SPACE = '\u202F';

/** Rounded to so many decimals, which are all shown: "21.0". Never grouped: "1013". */
export function decimal(value: number, digits: number): string {
	// Rounded here, so that −0.04 is not "-0.0".
	const rounded = Number(value.toFixed(digits)) + 0;
	return numberText(rounded, { minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping: false });
}

/** "0.25", "1.5", "2": with at most three decimals, and without zeros at the end. */
export const plainDecimal = (value: number): string =>
	numberText(value, { maximumFractionDigits: 3, useGrouping: false });

/** "3,650" */
export const whole = (value: number): string => numberText(value, { maximumFractionDigits: 0 });

/** "46%", in most languages "46 %" */
export const percent = (value: number): string =>
	numberText(value / 100, { style: 'percent', maximumFractionDigits: 0 });

/** "21.5 °C": the unit stays on the line of its number. */
export function withUnit(number: string, unit: string): string {
	const space = formats.current.locale.startsWith('fr') ? NARROW_NO_BREAK_SPACE : NO_BREAK_SPACE;
	return number + space + unit;
}
