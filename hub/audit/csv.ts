/** What a spreadsheet takes for a formula at the begin of a cell (OWASP, "CSV Injection"). */
const FORMULA = /^[=+\-@\t\r]/;
/** What makes quotes necessary (RFC 4180). */
const SPECIAL = /[",\r\n]/;

/** Tells a spreadsheet that the file is UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** A line by RFC 4180. Text that a spreadsheet would run is kept from it by a leading apostrophe. */
export function csvLine(cells: readonly (string | number | null)[]): string {
	return `${cells.map(cell).join(',')}\r\n`;
}

function cell(value: string | number | null): string {
	if (value === null) return '';
	if (typeof value === 'number') return String(value);
	const text = FORMULA.test(value) ? `'${value}` : value;
	return SPECIAL.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
