import type { ReadingsHistory } from '$protocol/dashboard.ts';

type Point = ReadingsHistory['series'][number]['points'][number];
export type Row = (number | null)[];

export interface Curve {
	/** Unix s, mean, least, most: as the chart takes them; a row of nulls between two points is a gap */
	rows: [time: number[], mean: Row, least: Row, most: Row];
	/** the last value before a gap, and the first after it */
	gaps: [before: Point, after: Point][];
	least: Point | undefined;
	most: Point | undefined;
}

/** One missing value is a late one, two are a gap. */
const GAP_STEPS = 2.5;

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

function add(rows: Curve['rows'], [at, ...values]: [number, number | null, number | null, number | null]): void {
	rows[0].push(at / 1_000);
	for (const [index, value] of values.entries()) (rows[index + 1] as Row).push(value);
}

/** Bounds that are read easily and leave the curve some air: whole steps of 1, 2 or 5, and never so narrow that noise looks like drama. */
export function bounds(least: number, most: number, leastSpan: number): [number, number] {
	const middle = (least + most) / 2;
	const span = Math.max(most - least, leastSpan);
	const rough = span / 4;
	const power = 10 ** Math.floor(Math.log10(rough));
	const step = [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= rough)!;
	const low = Math.floor((middle - span / 2) / step) * step;
	const steps = Math.ceil((middle + span / 2 - low) / step);
	// An even number of them, so that the line in the middle has a round value too.
	return [low, low + (steps + (steps % 2)) * step];
}
