import type { Unit } from '$protocol/dashboard/shapes.ts';
import { decimal } from '$lib/words/format/decimal.ts';

/** Names of icons. */
export const UNIT_ICONS = { celsius: 'thermo', percent: 'drop', hectopascal: 'gauge' } as const;

/** A value as its sensor can measure it, without its unit. */
export function shownValue(value: number, unit: Unit): string {
	return decimal(value, unit === 'celsius' ? 1 : 0);
}
