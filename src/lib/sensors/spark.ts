import type { Unit } from '$protocol/dashboard/shapes.ts';

/** The least span of a small curve; with less, noise would look like large changes. */
const LEAST_SPAN: Record<Unit, number> = { celsius: 1, percent: 1, hectopascal: 1, lux: 20 };

/** A small curve of values as an SVG path, and its last point. `recent`: oldest first, [Unix ms, value]. */
export function spark(
	recent: readonly (readonly [number, number])[],
	unit: Unit,
	{ width, top, bottom }: { width: number; top: number; bottom: number },
): { line: string; now: string | undefined } {
	const first = recent[0];
	const last = recent.at(-1);
	if (!first || !last) return { line: '', now: undefined };
	const values = recent.map(([, value]) => value);
	const middle = (Math.min(...values) + Math.max(...values)) / 2;
	const span = Math.max(LEAST_SPAN[unit], Math.max(...values) - Math.min(...values));
	const time = Math.max(1, last[0] - first[0]);
	const points = recent.map(([at, value]) => {
		const x = recent.length === 1 ? width : ((at - first[0]) / time) * width;
		const y = (top + bottom) / 2 - ((value - middle) / span) * (bottom - top);
		return `${x.toFixed(1)} ${y.toFixed(1)}`;
	});
	return { line: `M${points.join('L')}`, now: `M${points.at(-1)}h0` };
}
