import {
	type KeyObject,
	createCipheriv,
	createDecipheriv,
	createHash,
	createHmac,
	createPrivateKey,
	createPublicKey,
	diffieHellman,
} from 'node:crypto';
import type { Random } from '../base/random.ts';

/** The six functions Noise needs, on node:crypto. Names and lengths of the Noise specification, revision 34. */
export const DHLEN = 32;
export const HASHLEN = 32;
export const TAGLEN = 16;

export interface KeyPair {
	privateKey: KeyObject;
	publicKey: Uint8Array;
}

/**
 * A key pair of the given 32 secret bytes. Keys go in and out as JWK: that is three times cheaper than DER. An import
 * makes the public key of the secret one whatever `x` says, so that it is read off instead of multiplied once more.
 */
export function keyPairOf(secret: Uint8Array): KeyPair {
	const privateKey = createPrivateKey({
		key: { kty: 'OKP', crv: 'X25519', d: Buffer.from(secret).toString('base64url'), x: '' },
		format: 'jwk',
	});
	return { privateKey, publicKey: Buffer.from(privateKey.export({ format: 'jwk' }).x!, 'base64url') };
}

/** GENERATE_KEYPAIR */
export function generateKeyPair(random: Random): KeyPair {
	return keyPairOf(random.bytes(DHLEN));
}

/** DH: the shared secret, or undefined where the other side's point is of low order (RFC 7748, 6.1). */
export function dh(keyPair: KeyPair, publicKey: Uint8Array): Uint8Array | undefined {
	try {
		const point = createPublicKey({
			key: { kty: 'OKP', crv: 'X25519', x: Buffer.from(publicKey).toString('base64url') },
			format: 'jwk',
		});
		const shared = diffieHellman({ privateKey: keyPair.privateKey, publicKey: point });
		return shared.some((byte) => byte !== 0) ? shared : undefined;
	} catch {
		return undefined; // OpenSSL itself refuses the all-zero result
	}
}

/** ENCRYPT: ChaCha20-Poly1305 (RFC 8439) with the nonce as 32 zero bits and a 64-bit little-endian counter. */
export function encrypt(k: Uint8Array, n: number, ad: Uint8Array, plaintext: Uint8Array): Buffer {
	const cipher = createCipheriv('chacha20-poly1305', k, nonce(n), { authTagLength: TAGLEN });
	cipher.setAAD(ad, { plaintextLength: plaintext.length });
	return Buffer.concat([cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
}

/** DECRYPT: the plaintext, or undefined where one bit is not as it was sent. */
export function decrypt(k: Uint8Array, n: number, ad: Uint8Array, ciphertext: Uint8Array): Buffer | undefined {
	const length = ciphertext.length - TAGLEN;
	if (length < 0) return undefined;
	const decipher = createDecipheriv('chacha20-poly1305', k, nonce(n), { authTagLength: TAGLEN });
	decipher.setAuthTag(ciphertext.subarray(length));
	decipher.setAAD(ad, { plaintextLength: length });
	const plaintext = decipher.update(ciphertext.subarray(0, length));
	try {
		decipher.final();
		return plaintext;
	} catch {
		return undefined;
	}
}

export function hash(...parts: Uint8Array[]): Buffer {
	const sha = createHash('sha256');
	for (const part of parts) sha.update(part);
	return sha.digest();
}

/** HKDF of the Noise specification, section 4.3, with two or three outputs. */
export function hkdf(chainingKey: Uint8Array, inputKeyMaterial: Uint8Array, outputs: 2 | 3): Buffer[] {
	const tempKey = hmac(chainingKey, inputKeyMaterial);
	const result = [hmac(tempKey, Uint8Array.of(1))];
	for (let i = 2; i <= outputs; i++) result.push(hmac(tempKey, result[i - 2]!, Uint8Array.of(i)));
	return result;
}

function hmac(key: Uint8Array, ...data: Uint8Array[]): Buffer {
	const mac = createHmac('sha256', key);
	for (const part of data) mac.update(part);
	return mac.digest();
}

function nonce(n: number): Buffer {
	const bytes = Buffer.alloc(12);
	bytes.writeUInt32LE(n >>> 0, 4);
	bytes.writeUInt32LE(Math.floor(n / 2 ** 32), 8);
	return bytes;
}
