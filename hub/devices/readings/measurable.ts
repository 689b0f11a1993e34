import type { Unit as UnitWord } from '../../../protocol/dashboard/shapes.ts';
import { Unit } from '../../../protocol/device_pb.ts';
import { MEASURABLE } from '../../link/bounds.ts';

const BY_WORD: Record<UnitWord, { least: number; most: number }> = {
	celsius: MEASURABLE[Unit.CELSIUS],
	percent: MEASURABLE[Unit.PERCENT],
	hectopascal: MEASURABLE[Unit.HECTOPASCAL],
	lux: MEASURABLE[Unit.LUX],
};

/** Whether a sensor can have measured this. A database may hold impossible values, and units that are none. */
export function isMeasurable(unit: string, value: number): boolean {
	const range = Object.hasOwn(BY_WORD, unit) ? BY_WORD[unit as UnitWord] : undefined;
	return range !== undefined && value >= range.least && value <= range.most;
}

/** SQL for the bound of what can be measured in the unit of a series, as a multiple of 1/`parts` of the unit. */
export function measurableSql(bound: 'least' | 'most', parts: number): string {
	const cases = Object.entries(BY_WORD).map(([unit, range]) => `WHEN '${unit}' THEN ${range[bound] * parts}`);
	return `CASE unit ${cases.join(' ')} END`;
}
