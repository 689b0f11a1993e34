import type { ReadingsHistory } from '$protocol/dashboard/history.ts';

export type Point = ReadingsHistory['series'][number]['points'][number];
export type Row = (number | null)[];

export interface Curve {
	/** Unix s, mean, least and most, in the format of uPlot; nulls between two points make a gap */
	rows: [time: number[], mean: Row, least: Row, most: Row];
	/** the last value before a gap, and the first after it */
	gaps: [before: Point, after: Point][];
	least: Point | undefined;
	most: Point | undefined;
}

/** One missing value is only late; two missing values are a gap. */
const GAP_STEPS = 2.5;

/** The step in which a device was added begins before it; its values do not. `since`: when it was added, Unix ms. */
export function notBefore(points: Point[], stepMs: number, since: number): Point[] {
	return points.map(([at, ...values]) => [at < since && since < at + stepMs ? since : at, ...values]);
}

export function curve(points: Point[], stepMs: number): Curve {
	const rows: Curve['rows'] = [[], [], [], []];
	const gaps: Curve['gaps'] = [];
	let least: Point | undefined;
	let most: Point | undefined;
	for (const [index, point] of points.entries()) {
		const before = points[index - 1];
		if (before && point[0] - before[0] > GAP_STEPS * stepMs) {
			gaps.push([before, point]);
			add(rows, [before[0] + stepMs, null, null, null]);
		}
		add(rows, point);
		if (!least || point[2] < least[2]) least = point;
		if (!most || point[3] > most[3]) most = point;
	}
	return { rows, gaps, least, most };
}

/** More points would not make the curve clearer. */
const MOST_POINTS = 180;
const DAY_MS = 24 * 3_600_000;
/** Longer steps are rounded up to whole days, or day and night would make the curve a saw. */
const LONG_MS = DAY_MS / 4;

/** Merges points into longer steps until there are at most MOST_POINTS. The least and most values are kept. */
export function thin(points: Point[], stepMs: number): { points: Point[]; stepMs: number } {
	const [first, last] = [points[0], points.at(-1)];
	if (!first || !last || points.length <= MOST_POINTS) return { points, stepMs };
	const wanted = Math.ceil((last[0] - first[0]) / stepMs / MOST_POINTS) * stepMs;
	const wide = wanted > LONG_MS ? Math.ceil(wanted / DAY_MS) * DAY_MS : wanted;
	const groups = new Map<number, Point[]>();
	for (const point of points) {
		const begin = Math.floor(point[0] / wide) * wide;
		const group = groups.get(begin);
		if (group) group.push(point);
		else groups.set(begin, [point]);
	}
	return {
		points: [...groups.values()].map((group) => [
			group[0]![0],
			group.reduce((sum, [, mean]) => sum + mean, 0) / group.length,
			Math.min(...group.map(([, , least]) => least)),
			Math.max(...group.map(([, , , most]) => most)),
		]),
		stepMs: wide,
	};
}

function add(rows: Curve['rows'], [at, ...values]: [number, number | null, number | null, number | null]): void {
	rows[0].push(at / 1_000);
	for (const [index, value] of values.entries()) (rows[index + 1] as Row).push(value);
}

/** Round bounds for the y axis in steps of 1, 2 or 5, at least `leastSpan` apart. */
export function bounds(least: number, most: number, leastSpan: number): [number, number] {
	const middle = (least + most) / 2;
	const span = Math.max(most - least, leastSpan);
	const rough = span / 6;
	const power = 10 ** Math.floor(Math.log10(rough));
	const step = [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= rough)!;
	const low = Math.floor((middle - span / 2) / step) * step;
	const steps = Math.ceil((middle + span / 2 - low) / step);
	// An even number of steps gives the line in the middle a round value as well.
	return [low, low + (steps + (steps % 2)) * step];
}
