import type { Random } from './random.ts';

/** No characters that look like others: no I, L, O, U, 0, 1. */
export const READABLE = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const BYTE_VALUES = 256;
/** Larger bytes would make some characters likelier than others. */
const BOUND = BYTE_VALUES - (BYTE_VALUES % READABLE.length);

/** A random code that is read and typed by people; each character has 4.9 bits. */
export function drawReadable(random: Random, length: number): string {
	let code = '';
	while (code.length < length) {
		const [byte] = random.bytes(1);
		if (byte! < BOUND) code += READABLE[byte! % READABLE.length];
	}
	return code;
}

/** A typed code without blanks and dashes, in capitals; digits and letters of other widths become plain ones. */
export function foldReadable(typed: string): string {
	return typed
		.normalize('NFKC')
		.replace(/[\s\p{Pd}]/gu, '')
		.toUpperCase();
}
