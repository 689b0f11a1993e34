/**
 * Where a spreadsheet may see a formula (OWASP, "CSV Injection"): a sign, also a full-width one, at the start of a
 * cell or after a character that may end a cell. Not every spreadsheet separates by commas and honours quotes.
 */
const FORMULA = /(^|[;,|"\t\r\n])(\s*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/g;
/** Some spreadsheets read a cell that starts like this as a formula, whatever follows. */
const BLANK_START = /^[\t\r\n]/;

/** Tells a spreadsheet that the file is UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** A line by RFC 4180, every cell quoted. An apostrophe before a formula keeps spreadsheets from running it. */
export function csvLine(cells: readonly (string | number | null)[]): string {
	return `${cells.map(cell).join(',')}\r\n`;
}

function cell(value: string | number | null): string {
	if (typeof value === 'number') return `"${value}"`;
	const text = (value ?? '').replace(FORMULA, "$1$2'").replace(BLANK_START, "'$&");
	return `"${text.replaceAll('"', '""')}"`;
}
