import { createHash } from 'node:crypto';
import type { Random } from '../../base/random.ts';

/** Says what it is, so that programs that look for secrets in code and logs find it. */
export const TOKEN_PREFIX = 'mooring_';
const SECRET_BYTES = 32;
/** 32 bytes are 43 characters of base64url. */
const SHAPE = new RegExp(`^${TOKEN_PREFIX}[\\w-]{43}$`);

export function newTokenSecret(random: Random): string {
	return TOKEN_PREFIX + Buffer.from(random.bytes(SECRET_BYTES)).toString('base64url');
}

/** Anything else is no token of any hub, and is not hashed, however long it is. */
export function isTokenSecret(text: string): boolean {
	return SHAPE.test(text);
}

/** What the database keeps: 256 random bits cannot be guessed, so no slow hash is needed. */
export function hashOfToken(secret: string): string {
	return createHash('sha256').update(secret).digest('hex');
}
