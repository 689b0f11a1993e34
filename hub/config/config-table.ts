import { OPTIONS, type Config } from './config.ts';

/** Every option with its default as a Markdown table, columns aligned as the formatter wants them. */
export function configTable(): string {
	return markdown([
		['Variable', 'Default', 'Allowed', 'What it is'],
		...Object.values(OPTIONS).map(({ variable, byDefault, allowed, sentence }) => [
			`\`${variable}\``,
			byDefault === '' ? 'none' : `\`${byDefault}\``,
			allowed,
			sentence,
		]),
	]);
}

/** Every option with the value it has now, for a terminal. */
export function presentValues(config: Config): string {
	const rows = (Object.keys(OPTIONS) as (keyof Config)[]).map((key) => [
		OPTIONS[key].variable,
		printed(config[key]),
		OPTIONS[key].sentence.replaceAll('`', ''),
	]);
	const widths = columnWidths(rows);
	return rows
		.map((row) =>
			row
				.map((cell, i) => cell.padEnd(widths[i]!))
				.join('  ')
				.trimEnd(),
		)
		.join('\n');
}

function printed(value: Config[keyof Config]): string {
	if (typeof value === 'boolean') return value ? 'on' : 'off';
	if (Array.isArray(value)) return value.join(',') || '–';
	return value === undefined ? '–' : String(value);
}

function markdown(rows: string[][]): string {
	const widths = columnWidths(rows);
	const line = (cells: string[]) => `| ${cells.map((cell, i) => cell.padEnd(widths[i]!)).join(' | ')} |`;
	const rule = widths.map((width) => '-'.repeat(width));
	return [rows[0]!, rule, ...rows.slice(1)].map(line).join('\n');
}

function columnWidths(rows: string[][]): number[] {
	return rows[0]!.map((_, i) => Math.max(...rows.map((row) => row[i]!.length)));
}
