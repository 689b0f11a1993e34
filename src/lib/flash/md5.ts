/** MD5 (RFC 1321), which browsers do not have: the chip's loader answers with it what lies in the flash. Never for secrets. */
const SHIFTS = [
	[7, 12, 17, 22],
	[5, 9, 14, 20],
	[4, 11, 16, 23],
	[6, 10, 15, 21],
] as const;
const SINES = Array.from({ length: 64 }, (_, i) => Math.floor(Math.abs(Math.sin(i + 1)) * 2 ** 32));
const BLOCK_BYTES = 64;
const LENGTH_BYTES = 8;

/** In lower-case hex. */
export function md5(data: Uint8Array): string {
	const blocks = Math.floor((data.length + LENGTH_BYTES) / BLOCK_BYTES) + 1;
	const padded = new Uint8Array(blocks * BLOCK_BYTES);
	padded.set(data);
	padded[data.length] = 0x80;
	const view = new DataView(padded.buffer);
	view.setUint32(padded.length - LENGTH_BYTES, (data.length << 3) >>> 0, true);
	view.setUint32(padded.length - 4, Math.floor(data.length / 2 ** 29), true);

	const state = new Uint32Array([0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476]);
	for (let at = 0; at < padded.length; at += BLOCK_BYTES) {
		let [a, b, c, d] = state as unknown as [number, number, number, number];
		for (let i = 0; i < 64; i++) {
			const round = i >> 4;
			const [mixed, word] = step(round, i, b, c, d);
			const sum = (a + mixed + SINES[i]! + view.getUint32(at + word * 4, true)) >>> 0;
			const shift = SHIFTS[round]![i % 4]!;
			[a, d, c, b] = [d, c, b, (b + ((sum << shift) | (sum >>> (32 - shift)))) >>> 0];
		}
		for (const [i, value] of [a, b, c, d].entries()) state[i] = (state[i]! + value) >>> 0;
	}
	return [...new Uint8Array(state.buffer)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The round's function of b, c and d, and which word of the block it takes. */
function step(round: number, i: number, b: number, c: number, d: number): [mixed: number, word: number] {
	switch (round) {
		case 0:
			return [(b & c) | (~b & d), i];
		case 1:
			return [(d & b) | (~d & c), (5 * i + 1) % 16];
		case 2:
			return [b ^ c ^ d, (3 * i + 5) % 16];
		default:
			return [c ^ (b | ~d), (7 * i) % 16];
	}
}
