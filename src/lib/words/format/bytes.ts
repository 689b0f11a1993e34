import { decimal, withUnit } from './numbers.ts';

const UNITS = ['KB', 'MB', 'GB', 'TB'] as const;
const STEP = 1_024;

/** "812 KB", "3.4 MB", "27 GB" */
export function bytesWord(bytes: number): string {
	let value = bytes / STEP;
	let unit = 0;
	while (value >= STEP && unit < UNITS.length - 1) {
		value /= STEP;
		unit++;
	}
	return withUnit(unit > 0 && value < 10 ? decimal(value, 1) : decimal(Math.ceil(value), 0), UNITS[unit]!);
}

/** "38.2 kB" */
export const kilobytes = (bytes: number): string => withUnit(decimal(bytes / 1_000, 1), 'kB');
