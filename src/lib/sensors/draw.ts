import type uPlot from 'uplot';
import type { Curve } from './series.ts';

export interface Shown {
	shape: Curve;
	/** Unix ms */
	span: { from: number; to: number };
	scale: [least: number, most: number];
	/** the newest value may be out of date */
	old: boolean;
}

export interface Pointed {
	at: number;
	mean: number;
	least: number;
	most: number;
}

export interface Drawing {
	show: (shown: Shown) => void;
	destroy: () => void;
}

/** radius of the dot at the newest value */
const NOW_DOT = 5;
/** dash pattern of a gap */
const GAP_DASHES = [1, 5];

/** Draws into `node` in its size. Returns undefined if the page was left before the library was loaded. */
export async function draw(
	node: HTMLElement,
	point: (pointed: Pointed | undefined) => void,
): Promise<Drawing | undefined> {
	const { default: UPlot } = await import('uplot');
	if (!node.isConnected) return undefined;
	/** Colours are read at every drawing, because the theme may change. */
	const colour = (name: string) => () => getComputedStyle(node).getPropertyValue(name).trim();
	let shown: Shown | undefined;
	const size = () => ({ width: node.clientWidth, height: node.clientHeight });

	const chart = new UPlot(
		{
			...size(),
			padding: [0, 0, 0, 0],
			legend: { show: false },
			axes: [{ show: false }, { show: false }],
			cursor: { y: false, drag: { x: false, y: false }, points: { show: false } },
			scales: {
				x: { time: false, range: () => [(shown?.span.from ?? 0) / 1_000, (shown?.span.to ?? 1) / 1_000] },
				y: { range: () => shown?.scale ?? [0, 1] },
			},
			series: [
				{},
				{ stroke: colour('--ink-2'), width: 2, points: { show: false }, spanGaps: false },
				{ points: { show: false }, spanGaps: false },
				{ points: { show: false }, spanGaps: false },
			],
			bands: [{ series: [3, 2], fill: colour('--chart-band') }],
			hooks: {
				drawClear: [(chart) => drawGridLines(chart, colour('--line')())],
				draw: [
					(chart) =>
						shown && drawMarks(chart, shown.shape, colour('--edge')(), colour(shown.old ? '--edge' : '--buoy')()),
				],
				setCursor: [(chart) => point(pointedAt(chart))],
			},
		},
		[[], [], [], []],
		node,
	);
	const watch = new ResizeObserver(() => chart.setSize(size()));
	watch.observe(node);
	const dark = matchMedia('(prefers-color-scheme: dark)');
	const redraw = () => chart.redraw();
	dark.addEventListener('change', redraw);
	return {
		show(next) {
			shown = next;
			chart.setData(next.shape.rows as uPlot.AlignedData);
		},
		destroy() {
			watch.disconnect();
			dark.removeEventListener('change', redraw);
			chart.destroy();
		},
	};
}

function pointedAt({ cursor, data }: uPlot): Pointed | undefined {
	const { idx } = cursor;
	if (idx === null || idx === undefined) return undefined;
	const [at, mean, least, most] = data.map((row) => row[idx]);
	// The rows of gaps contain nulls.
	return typeof at === 'number' && typeof mean === 'number' && typeof least === 'number' && typeof most === 'number'
		? { at: at * 1_000, mean, least, most }
		: undefined;
}

/** Three horizontal lines, at the heights of the numbers beside the chart. */
function drawGridLines({ ctx, bbox }: uPlot, colour: string): void {
	ctx.save();
	ctx.strokeStyle = colour;
	ctx.lineWidth = devicePixelRatio;
	ctx.beginPath();
	for (const part of [0, 0.5, 1]) {
		const y = Math.round(bbox.top + bbox.height * part) + (part === 1 ? -0.5 : 0.5);
		ctx.moveTo(bbox.left, y);
		ctx.lineTo(bbox.left + bbox.width, y);
	}
	ctx.stroke();
	ctx.restore();
}

/** What uPlot cannot draw: a dotted line across each gap, and a dot at the newest value. */
function drawMarks(chart: uPlot, { rows, gaps }: Curve, gap: string, now: string): void {
	const { ctx } = chart;
	const x = (ms: number) => chart.valToPos(ms / 1_000, 'x', true);
	const y = (value: number) => chart.valToPos(value, 'y', true);
	ctx.save();
	ctx.lineWidth = 2 * devicePixelRatio;
	ctx.lineCap = 'round';
	ctx.strokeStyle = gap;
	ctx.setLineDash(GAP_DASHES.map((length) => length * devicePixelRatio));
	for (const [before, after] of gaps) {
		ctx.beginPath();
		ctx.moveTo(x(before[0]), y(before[1]));
		ctx.lineTo(x(after[0]), y(after[1]));
		ctx.stroke();
	}
	const [at, mean] = [rows[0].at(-1), rows[1].at(-1)];
	if (typeof at === 'number' && typeof mean === 'number') {
		ctx.beginPath();
		ctx.arc(x(at * 1_000) - NOW_DOT * devicePixelRatio, y(mean), NOW_DOT * devicePixelRatio, 0, 2 * Math.PI);
		ctx.fillStyle = now;
		ctx.fill();
	}
	ctx.restore();
}
