import { plainDecimal } from './numbers.ts';
import { words } from '$words/words.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const UNITS: [ms: number, unit: 'day' | 'hour' | 'minute' | 'second'][] = [
	[24 * 3_600_000, 'day'],
	[3_600_000, 'hour'],
	[MINUTE_MS, 'minute'],
	[SECOND_MS, 'second'],
];
const sign = (unit: keyof typeof words.time.units) => words.time.units[unit];

/** "23 h 26 min", "8 min", "45 s", "500 ms": the two largest units, without zeros. */
export function duration(ms: number): string {
	if (ms < SECOND_MS) return `${Math.max(0, Math.round(ms))} ${sign('millisecond')}`;
	let left = Math.floor(ms / SECOND_MS) * SECOND_MS;
	const first = UNITS.findIndex(([unitMs]) => left >= unitMs);
	return UNITS.slice(first, first + 2)
		.flatMap(([unitMs, unit]) => {
			const count = Math.floor(left / unitMs);
			left -= count * unitMs;
			return count > 0 ? [`${count} ${sign(unit)}`] : [];
		})
		.join(' ');
}

/** A duration that somebody has set, exactly: "1.5 s", "1 min 30 s". */
export function exactDuration(ms: number): string {
	const rest = ms % SECOND_MS;
	if (ms < SECOND_MS || rest === 0) return [...wholeParts(ms)].join(' ') || duration(ms);
	const seconds = (ms % MINUTE_MS) / SECOND_MS;
	return [...wholeParts(ms - (ms % MINUTE_MS)), `${plainDecimal(seconds)} ${sign('second')}`].join(' ');
}

function* wholeParts(ms: number): Generator<string> {
	let left = ms;
	for (const [unitMs, unit] of UNITS) {
		const count = Math.floor(left / unitMs);
		left -= count * unitMs;
		if (count > 0) yield `${count} ${sign(unit)}`;
	}
}
