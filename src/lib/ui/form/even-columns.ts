/**
 * In how many columns choices stand, so that none is alone in the last of several rows.
 *
 * @param most columns for which there is room
 */
export function evenColumns(count: number, most: number): number {
	let columns = Math.min(count, Math.max(1, most));
	columns = Math.ceil(count / Math.ceil(count / columns));
	while (columns > 1 && columns < count && count % columns === 1) columns--;
	return columns;
}
