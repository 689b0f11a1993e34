/** SQLite's codes for a value that it will never accept, however often it is tried. */
const REFUSED = /^SQLITE_(CONSTRAINT|MISMATCH|TOOBIG|RANGE)/;
/** SQLite's message for a statement that ends in the middle, because a text in it contains U+0000. */
const CUT_TEXT = 'unrecognized token';

/**
 * Writes rows together. If the database refuses a value, the other rows are written without that one, and `onRefused`
 * is called with it. If the disk cannot be written this throws, and all rows can be tried again.
 */
export async function writeRows<Row>(
	rows: readonly Row[],
	write: (rows: readonly Row[]) => Promise<void>,
	onRefused: (row: Row, error: unknown) => void,
): Promise<void> {
	if (rows.length === 0) return;
	try {
		await write(rows);
	} catch (error) {
		if (!isRefusedValue(error)) throw error;
		if (rows.length === 1) return onRefused(rows[0]!, error);
		const half = rows.length >> 1;
		await writeRows(rows.slice(0, half), write, onRefused);
		await writeRows(rows.slice(half), write, onRefused);
	}
}

/** Whether the database refused a value, in contrast to a problem of the disk or the table. */
export function isRefusedValue(error: unknown): boolean {
	const { code, message } = error as { code?: unknown; message?: unknown };
	if (typeof code !== 'string') return false;
	return REFUSED.test(code) || (code === 'SQLITE_ERROR' && String(message).includes(CUT_TEXT));
}
