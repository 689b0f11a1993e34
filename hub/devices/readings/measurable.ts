import type { Unit as UnitWord } from '../../../protocol/dashboard/shapes.ts';
import { Unit } from '../../../protocol/device_pb.ts';
import { MEASURABLE } from '../../link/bounds.ts';

const BY_WORD: Record<UnitWord, { least: number; most: number }> = {
	celsius: MEASURABLE[Unit.CELSIUS],
	percent: MEASURABLE[Unit.PERCENT],
	hectopascal: MEASURABLE[Unit.HECTOPASCAL],
};

/** Whether a sensor can have measured this. Databases of earlier releases may hold impossible values. */
export function isMeasurable(unit: UnitWord, value: number): boolean {
	const { least, most } = BY_WORD[unit];
	return value >= least && value <= most;
}

/** SQL for the bound of what can be measured in the unit of a series, as a multiple of 1/`parts` of the unit. */
export function measurableSql(bound: 'least' | 'most', parts: number): string {
	const cases = Object.entries(BY_WORD).map(([unit, range]) => `WHEN '${unit}' THEN ${range[bound] * parts}`);
	return `CASE unit ${cases.join(' ')} END`;
}
