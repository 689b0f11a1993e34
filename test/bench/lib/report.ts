import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';

const RESULTS = join(import.meta.dirname, '../results.json');

export interface Row {
	what: string;
	hub: string;
	/** what it is measured against; empty if the goal is a plain figure */
	against: string;
	ratio: string;
	goal: string;
}

type Figures = Record<string, number>;
interface Results {
	[bench: string]: { node: string; cpu: string; cores: number; figures: Figures };
}

/** Prints one table, and adds its figures to results.json. `heads` replaces titles of columns. */
export function report(bench: string, rows: Row[], figures: Figures, heads: Partial<Row> = {}): void {
	const head: Row = { what: bench, hub: 'hub', against: 'bare', ratio: 'ratio', goal: 'goal', ...heads };
	const lines = [head, ...rows].map(({ what, hub, against, ratio, goal }) => [what, hub, against, ratio, goal]);
	const widths = lines[0]!.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
	const printed = lines.map((line) =>
		line
			// words to the left, figures to the right
			.map((cell, column) =>
				column === 0 || column === 4 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!),
			)
			.join('  ')
			.trimEnd(),
	);
	printed.splice(1, 0, widths.map((width) => '─'.repeat(width)).join('  '));
	console.log(`\n${printed.join('\n')}\n`);
	keep(bench, figures);
}

export function ratio(hub: number, against: number): string {
	return `${(hub / against).toFixed(2)} ×`;
}

function keep(bench: string, figures: Figures): void {
	const results = existsSync(RESULTS) ? (JSON.parse(readFileSync(RESULTS, 'utf8')) as Results) : {};
	const [cpu] = cpus();
	results[bench] = {
		node: process.versions.node,
		cpu: cpu?.model ?? '',
		cores: cpus().length,
		figures: Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, Number(value.toPrecision(4))])),
	};
	writeFileSync(RESULTS, `${JSON.stringify(results, null, '\t')}\n`);
}
