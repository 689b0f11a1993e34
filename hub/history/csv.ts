/**
 * What a spreadsheet takes for a formula, a full-width sign included, at the begin of a cell or behind whatever it may take
 * for the end of one: not every spreadsheet separates by commas, and one that does not knows no quotes either
 * (OWASP, "CSV Injection").
 */
const FORMULA = /(^|[;,|"\t\r\n])(\s*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/g;
/** Begins a cell that some spreadsheets read as a formula, whatever follows. */
const BLANK_START = /^[\t\r\n]/;

/** Tells a spreadsheet that the file is UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** A line by RFC 4180, every cell quoted. Text that a spreadsheet would run is kept from it by an apostrophe before it. */
export function csvLine(cells: readonly (string | number | null)[]): string {
	return `${cells.map(cell).join(',')}\r\n`;
}

function cell(value: string | number | null): string {
	if (typeof value === 'number') return `"${value}"`;
	const text = (value ?? '').replace(FORMULA, "$1$2'").replace(BLANK_START, "'$&");
	return `"${text.replaceAll('"', '""')}"`;
}
