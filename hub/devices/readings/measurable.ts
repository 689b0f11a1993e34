import type { Unit as UnitWord } from '../../../protocol/dashboard/shapes.ts';
import { Unit } from '../../../protocol/device_pb.ts';
import { MEASURABLE } from '../../link/bounds.ts';

const BY_WORD: Record<UnitWord, { least: number; most: number }> = {
	celsius: MEASURABLE[Unit.CELSIUS],
	percent: MEASURABLE[Unit.PERCENT],
	hectopascal: MEASURABLE[Unit.HECTOPASCAL],
};

/** Whether a sensor can have measured this. Databases of earlier releases may hold what none can. */
export function isMeasurable(unit: UnitWord, value: number): boolean {
	const { least, most } = BY_WORD[unit];
	return value >= least && value <= most;
}

/** SQL: the least or the most that can be measured in the unit of a series, in this part of the unit. */
export function measurableSql(bound: 'least' | 'most', parts: number): string {
	const cases = Object.entries(BY_WORD).map(([unit, range]) => `WHEN '${unit}' THEN ${range[bound] * parts}`);
	return `CASE unit ${cases.join(' ')} END`;
}
