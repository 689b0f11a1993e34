import { type KeyObject, createPrivateKey, createPublicKey, diffieHellman } from 'node:crypto';
import type { Random } from '../base/random.ts';

/** X25519 by node:crypto, which takes less than half of libsodium's time as WebAssembly. Names of the Noise specification. */
export const DHLEN = 32;

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
