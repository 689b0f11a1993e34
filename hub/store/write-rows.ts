/** What SQLite says of a value that it will never take, whenever it is tried again. */
const REFUSED = /^SQLITE_(CONSTRAINT|MISMATCH|TOOBIG|RANGE)/;
/** A text that ends in the middle, as one with U+0000 in it does. */
const CUT_TEXT = 'unrecognized token';

/**
 * Writes rows together. Where the database refuses the value of one, the others are written without it, and `onRefused`
 * is told which was left out. A disk that takes nothing throws: then nothing is left out, and all may be tried again.
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

/** Whether it is a value that the database refuses, and not the disk or the table. */
export function isRefusedValue(error: unknown): boolean {
	const { code, message } = error as { code?: unknown; message?: unknown };
	if (typeof code !== 'string') return false;
	return REFUSED.test(code) || (code === 'SQLITE_ERROR' && String(message).includes(CUT_TEXT));
}
