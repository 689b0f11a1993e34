import type { Unit } from '$protocol/dashboard/shapes.ts';
import { words } from '$words/words.ts';
import { formats } from './formats.svelte.ts';
import { decimal, percent, withUnit } from './numbers.ts';

/** What sensors measure. Values come and are stored in °C, and are shown in the unit that this person has chosen. */

const FAHRENHEIT_PER_CELSIUS = 1.8;
const FREEZING_FAHRENHEIT = 32;
/** A stored offset has so many decimals, in °C; enough for steps of 0.1 °F. */
const OFFSET_DIGITS = 2;

const isFahrenheit = (unit: Unit) => unit === 'celsius' && formats.current.fahrenheit;

const digitsOf = (unit: Unit): number => (unit === 'celsius' ? 1 : 0);

/** "°C", "%", "hPa" */
export const unitSign = (unit: Unit): string => (isFahrenheit(unit) ? '°F' : words.units[unit][0]);

/** "Temperature" */
export const quantityOf = (unit: Unit): string => words.units[unit][1];

/** A measured value in the unit in which it is shown. */
export const inShownUnit = (value: number, unit: Unit): number =>
	isFahrenheit(unit) ? value * FAHRENHEIT_PER_CELSIUS + FREEZING_FAHRENHEIT : value;

/** A value in the unit in which it is shown, as precise as its sensor, without the unit: "21.4", "46". */
export const shownNumber = (value: number, unit: Unit): string => decimal(value, digitsOf(unit));

/** The same with the unit: "70.5 °F", "46%", "1013 hPa". */
export const shownText = (value: number, unit: Unit): string =>
	unit === 'percent' ? percent(value) : withUnit(shownNumber(value, unit), unitSign(unit));

/** A measured value with its unit. */
export const readingText = (value: number, unit: Unit): string => shownText(inShownUnit(value, unit), unit);

/** The same where there is little room: "21.4°", "46%". */
export const readingBrief = (value: number, unit: Unit): string =>
	unit === 'celsius' ? `${shownNumber(inShownUnit(value, unit), unit)}°` : readingText(value, unit);

/** By how much one press of a button moves an offset, in the unit in which it is shown. */
export const OFFSET_STEP: Record<Unit, number> = { celsius: 0.1, percent: 1, hectopascal: 1, lux: 1 };

/** A step of an offset: "0.1 °C" */
export const offsetStepText = (unit: Unit): string => shownText(OFFSET_STEP[unit], unit);

/** An offset is a difference: 1 °C is 1.8 °F. */
const offsetFactor = (unit: Unit): number => (isFahrenheit(unit) ? FAHRENHEIT_PER_CELSIUS : 1);

/** "−0.5 °C"; always with a sign, so that the width stays the same */
export function offsetText(offset: number, unit: Unit): string {
	const shown = Number((offset * offsetFactor(unit)).toFixed(digitsOf(unit)));
	return (shown > 0 ? '+' : shown < 0 ? '−' : '±') + shownText(Math.abs(shown), unit);
}

/** An offset as it is stored, moved by so many steps of the unit in which it is shown. */
export function movedOffset(offset: number, unit: Unit, steps: number): number {
	const factor = offsetFactor(unit);
	const shown = Math.round((offset * factor) / OFFSET_STEP[unit]) + steps;
	return Number(((shown * OFFSET_STEP[unit]) / factor).toFixed(OFFSET_DIGITS)) + 0;
}
