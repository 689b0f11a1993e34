import { decimal } from './decimal.ts';

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
	return `${unit > 0 && value < 10 ? decimal(value, 1) : Math.ceil(value)} ${UNITS[unit]}`;
}
