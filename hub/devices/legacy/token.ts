import { createHash } from 'node:crypto';
import type { Random } from '../../base/random.ts';

const PREFIX = 'oc_perm_';
const TOKEN_BYTES = 32;

/** A new polling token. Only its hash is kept: a copied database lets no board in. */
export function makeLegacyToken(random: Random): { token: string; hash: string } {
	const token = PREFIX + Buffer.from(random.bytes(TOKEN_BYTES)).toString('base64url');
	return { token, hash: legacyTokenHash(token) };
}

/** SHA-256, hex. */
export function legacyTokenHash(token: string): string {
	return createHash('sha256').update(token).digest('hex');
}
