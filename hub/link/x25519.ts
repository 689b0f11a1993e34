import { type KeyObject, createPrivateKey, createPublicKey, diffieHellman } from 'node:crypto';
import type { Random } from '../base/random.ts';

/** X25519 by node:crypto, which takes less than half of libsodium's time as WebAssembly. Names of the Noise specification. */
export const DHLEN = 32;

export interface KeyPair {
	privateKey: KeyObject;
	publicKey: Uint8Array;
}

/** A private key of X25519 in PKCS #8 (RFC 8410), up to its 32 secret bytes. */
const PKCS8 = Buffer.from('302e020100300506032b656e04220420', 'hex');

/** The key pair that belongs to 32 secret bytes. */
export function keyPairOf(secret: Uint8Array): KeyPair {
	const privateKey = importSecret(secret);
	return { privateKey, publicKey: Buffer.from(privateKey.export({ format: 'jwk' }).x!, 'base64url') };
}

/**
 * On Node 20, JWK is several times cheaper than DER, and the public key is derived from the secret one whatever `x` says.
 * Later releases of Node 24 refuse an `x` that does not belong to `d`; there DER is as cheap.
 */
const importSecret = jwkNeedsNoPublicKey() ? importJwk : importDer;

function importJwk(secret: Uint8Array): KeyObject {
	const d = Buffer.from(secret).toString('base64url');
	return createPrivateKey({ key: { kty: 'OKP', crv: 'X25519', d, x: '' }, format: 'jwk' });
}

function importDer(secret: Uint8Array): KeyObject {
	return createPrivateKey({ key: Buffer.concat([PKCS8, secret]), format: 'der', type: 'pkcs8' });
}

function jwkNeedsNoPublicKey(): boolean {
	try {
		return importJwk(new Uint8Array(DHLEN).fill(1)).equals(importDer(new Uint8Array(DHLEN).fill(1)));
	} catch {
		return false;
	}
}

/** GENERATE_KEYPAIR */
export function generateKeyPair(random: Random): KeyPair {
	return keyPairOf(random.bytes(DHLEN));
}

/** DH: the shared secret, or undefined if the other side's point is of low order (RFC 7748, 6.1). */
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
