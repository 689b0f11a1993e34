import { SODIUM_WASM } from './sodium-wasm.ts';

/**
 * ENCRYPT, DECRYPT, HASH and HKDF of the Noise specification by libsodium, which is several times faster than
 * node:crypto for messages of a few bytes. `sodium.c` says what the module does; its buffers are shared by all calls, so
 * that results are copied out of them.
 */
export const HASHLEN = 32;
export const TAGLEN = 16;
/** What the buffers hold. A message of Noise is never longer. */
const KEY_BYTES = 32;
const AD_BYTES = 64;
const TEXT_BYTES = 65_535;

interface Sodium {
	memory: WebAssembly.Memory;
	key(): number;
	ad(): number;
	text(): number;
	encrypt(length: number, adLength: number, nLow: number, nHigh: number): void;
	/** 0 where the message is authentic */
	decrypt(length: number, adLength: number, nLow: number, nHigh: number): number;
	hash(length: number): void;
	hkdf(length: number, outputs: number): void;
}

// So small that it is compiled within two milliseconds: nobody has to wait for it.
const { exports } = new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(SODIUM_WASM, 'base64')));
const sodium = exports as unknown as Sodium;
const memory = new Uint8Array(sodium.memory.buffer);
const KEY = sodium.key();
const AD = sodium.ad();
const TEXT = sodium.text();

/** ENCRYPT: ChaCha20-Poly1305 (RFC 8439) with the nonce as 32 zero bits and a 64-bit little-endian counter. */
export function encrypt(k: Uint8Array, n: number, ad: Uint8Array, plaintext: Uint8Array): Buffer {
	put(k, KEY, KEY_BYTES);
	put(ad, AD, AD_BYTES);
	put(plaintext, TEXT, TEXT_BYTES - TAGLEN);
	sodium.encrypt(plaintext.length, ad.length, n >>> 0, Math.floor(n / 2 ** 32));
	return message(plaintext.length + TAGLEN);
}

/** DECRYPT: the plaintext, or undefined where one bit is not as it was sent. */
export function decrypt(k: Uint8Array, n: number, ad: Uint8Array, ciphertext: Uint8Array): Buffer | undefined {
	const { length } = ciphertext;
	if (length < TAGLEN || length > TEXT_BYTES) return undefined;
	put(k, KEY, KEY_BYTES);
	put(ad, AD, AD_BYTES);
	put(ciphertext, TEXT, TEXT_BYTES);
	const isAuthentic = sodium.decrypt(length, ad.length, n >>> 0, Math.floor(n / 2 ** 32)) === 0;
	return isAuthentic ? message(length - TAGLEN) : undefined;
}

/** HASH: SHA-256 of all parts, one behind the other. */
export function hash(...parts: Uint8Array[]): Uint8Array {
	let length = 0;
	for (const part of parts) {
		put(part, TEXT + length, TEXT_BYTES - length);
		length += part.length;
	}
	sodium.hash(length);
	return digest(TEXT);
}

/** HKDF, section 4.3, with two or three outputs. */
export function hkdf(chainingKey: Uint8Array, inputKeyMaterial: Uint8Array, outputs: 2 | 3): Uint8Array[] {
	put(chainingKey, KEY, KEY_BYTES);
	put(inputKeyMaterial, TEXT, TEXT_BYTES);
	sodium.hkdf(inputKeyMaterial.length, outputs);
	const keys = Array.from({ length: outputs }, (_, i) => digest(TEXT + i * HASHLEN));
	memory.fill(0, TEXT, TEXT + outputs * HASHLEN);
	return keys;
}

function put(bytes: Uint8Array, at: number, room: number): void {
	if (bytes.length > room) throw new RangeError(`${bytes.length} bytes are more than the ${room} there is room for.`);
	memory.set(bytes, at);
}

/** From Node's pool: a message lives briefly and is read through its ArrayBuffer, which a small array gets only then. */
function message(length: number): Buffer {
	const copy = Buffer.allocUnsafe(length);
	copy.set(memory.subarray(TEXT, TEXT + length));
	return copy;
}

/** An array of its own: a key lives as long as its link and must not keep a pool's slab alive. */
function digest(at: number): Uint8Array {
	return memory.slice(at, at + HASHLEN);
}
