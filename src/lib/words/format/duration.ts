const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const UNITS: [ms: number, sign: string][] = [
	[24 * 3_600_000, 'd'],
	[3_600_000, 'h'],
	[MINUTE_MS, 'min'],
	[SECOND_MS, 's'],
];

/** "23 h 26 min", "8 min", "45 s", "500 ms": the two largest units, without zeros. */
export function duration(ms: number): string {
	if (ms < SECOND_MS) return `${Math.max(0, Math.round(ms))} ms`;
	let left = Math.floor(ms / SECOND_MS) * SECOND_MS;
	const first = UNITS.findIndex(([unit]) => left >= unit);
	return UNITS.slice(first, first + 2)
		.flatMap(([unit, sign]) => {
			const count = Math.floor(left / unit);
			left -= count * unit;
			return count > 0 ? [`${count} ${sign}`] : [];
		})
		.join(' ');
}

/** A duration that somebody has set, exactly: "1.5 s", "1 min 30 s". */
export function exactDuration(ms: number): string {
	const rest = ms % SECOND_MS;
	if (ms < SECOND_MS || rest === 0) return [...wholeParts(ms)].join(' ') || duration(ms);
	const seconds = (ms % MINUTE_MS) / SECOND_MS;
	return [...wholeParts(ms - (ms % MINUTE_MS)), `${seconds} s`].join(' ');
}

function* wholeParts(ms: number): Generator<string> {
	let left = ms;
	for (const [unit, sign] of UNITS) {
		const count = Math.floor(left / unit);
		left -= count * unit;
		if (count > 0) yield `${count} ${sign}`;
	}
}
