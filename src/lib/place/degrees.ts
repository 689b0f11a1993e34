/** Letters of the compass: those of the two directions in which an axis counts up and down. */
export type Axis = 'NS' | 'EW';

/** Six are ten centimetres. */
const DECIMALS = 6;
const NUMBER = String.raw`(\d+(?:\.\d+)?)`;
const MINUTES = String.raw`(?:\s*${NUMBER}\s*['’′](?!['’′])(?:\s*${NUMBER}\s*(?:["”″]|['’′]{2}))?)?`;
const DEGREES = new RegExp(String.raw`^([NESW]?)\s*(-?)${NUMBER}(?:\s*[°º]${MINUTES})?\s*([NESW]?)$`);
const BETWEEN = /\s*[,;]\s*|\s+/g;

/**
 * Degrees as maps write them: "52.52", "52,52°", "N 52.52", "33.87° S", "52° 31′ 12″ N". South and west are negative.
 * NaN if it is none, or has a letter of the other axis.
 */
export function degreesOf(text: string, axis: Axis): number {
	const plain = text.trim().toUpperCase().replaceAll(',', '.').replace(/^[−–]/, '-');
	const [, before = '', minus, whole = '', minutes, seconds = '0', after = ''] = DEGREES.exec(plain) ?? [];
	const letter = before + after;
	if (whole === '' || letter.length > 1 || !axis.includes(letter) || (letter !== '' && minus !== '')) return NaN;
	const sign = minus !== '' || letter === axis[1] ? -1 : 1;
	if (minutes === undefined) return sign * rounded(Number(whole));
	if (whole.includes('.') || Number(minutes) >= 60 || Number(seconds) >= 60) return NaN;
	const degrees = Number(whole) + Number(minutes) / 60 + Number(seconds) / 3600;
	return sign * rounded(degrees);
}

/**
 * The texts of latitude and longitude, where a text has both, as maps copy them: "52.5200, 13.4050". Undefined if it has not, or
 * if it is not sure where the one ends.
 */
export function pairOf(text: string): [latitude: string, longitude: string] | undefined {
	if (!Number.isNaN(degreesOf(text, 'NS'))) return undefined;
	const pairs = [...text.trim().matchAll(BETWEEN)].flatMap((found) => {
		const [latitude, longitude] = [text.trim().slice(0, found.index), text.trim().slice(found.index + found[0].length)];
		const isPair = !Number.isNaN(degreesOf(latitude, 'NS')) && !Number.isNaN(degreesOf(longitude, 'EW'));
		return isPair ? [[latitude, longitude] as [string, string]] : [];
	});
	return pairs.length === 1 ? pairs[0] : undefined;
}

/** Degrees as text that `degreesOf` reads: never with an exponent, as in "1e-7". */
export function textOfDegrees(degrees: number): string {
	return String(rounded(degrees));
}

function rounded(degrees: number): number {
	return Number(degrees.toFixed(DECIMALS));
}
