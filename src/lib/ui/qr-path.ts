import { encode } from 'uqr';

/** Quiet modules around a QR code; ISO 18004 asks for four. */
const BORDER = 4;

/** A QR code as the path of an SVG: one square of side 1 for each dark module, joined row by row. `size`: of the whole. */
export function qrPath(text: string): { size: number; path: string } {
	const { size, data } = encode(text, { ecc: 'M', border: BORDER });
	let path = '';
	data.forEach((row, y) => {
		for (let x = 0; x < size; x++) {
			if (!row[x]) continue;
			const start = x;
			while (row[x + 1]) x++;
			path += `M${start} ${y}h${x - start + 1}v1h-${x - start + 1}z`;
		}
	});
	return { size, path };
}
