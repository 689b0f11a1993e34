import { randomBytes, randomFillSync } from 'node:crypto';

/** Randomness comes in through this interface, so that handshakes and backoff are tested to the byte. */
export interface Random {
	bytes(length: number): Uint8Array;
	/** 0 <= x < 1 */
	fraction(): number;
}

const POOL_BYTES = 4096;
const pool = new Uint32Array(POOL_BYTES / 4);
let used = pool.length;

export const systemRandom: Random = {
	bytes: (length) => new Uint8Array(randomBytes(length)),
	fraction() {
		if (used === pool.length) {
			randomFillSync(pool);
			used = 0;
		}
		return pool[used++]! / 2 ** 32;
	},
};

/** A new random id of 128 bits, in base64url. */
export function newId(random: Random): string {
	return Buffer.from(random.bytes(16)).toString('base64url');
}
