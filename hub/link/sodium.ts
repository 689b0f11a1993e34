import { SODIUM_WASM } from './sodium-wasm.ts';

/**
 * ENCRYPT, DECRYPT, HASH and HKDF of the Noise specification by libsodium, which is several times faster than
 * node:crypto for messages of a few bytes. `sodium.c` says what the module does. All calls share its buffers, so
 * results are copied.
 */
export const HASHLEN = 32;
export const TAGLEN = 16;
/** Sizes of the buffers. A message of Noise is never longer. */
const KEY_BYTES = 32;
const AD_BYTES = 64;
const TEXT_BYTES = 65_535;

interface Exports {
	memory: WebAssembly.Memory;
	/** where each buffer begins */
	key(): number;
	ad(): number;
	text(): number;
	encrypt(length: number, adLength: number, nLow: number, nHigh: number): void;
	/** 0 if the message is authentic */
	decrypt(length: number, adLength: number, nLow: number, nHigh: number): number;
	hash(length: number): void;
	hkdf(length: number, outputs: number): void;
}

class Sodium {
	readonly run: Exports;
	readonly key: number;
	readonly ad: number;
	readonly text: number;
	#memory: Uint8Array;

	constructor() {
		const { exports } = new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(SODIUM_WASM, 'base64')));
		this.run = exports as unknown as Exports;
		this.key = this.run.key();
		this.ad = this.run.ad();
		this.text = this.run.text();
		this.#memory = new Uint8Array(this.run.memory.buffer);
	}

	put(bytes: Uint8Array, at: number, room: number): void {
		if (bytes.length > room) throw new RangeError(`${bytes.length} bytes are more than the ${room} there is room for.`);
		this.#memory.set(bytes, at);
	}

	/** Allocated from Node's pool, which is fast: a message is short-lived, and reading it needs an ArrayBuffer anyway. */
	message(length: number): Buffer {
		const copy = Buffer.allocUnsafe(length);
		copy.set(this.#memory.subarray(this.text, this.text + length));
		return copy;
	}

	/** Not from the pool: a key lives as long as its link and must not keep the whole pool in memory. */
	digest(index = 0): Uint8Array {
		const at = this.text + index * HASHLEN;
		return this.#memory.slice(at, at + HASHLEN);
	}

	wipe(length: number): void {
		this.#memory.fill(0, this.text, this.text + length);
	}
}

let loaded: Sodium | undefined;

/** Compiled when the first board connects, which takes two milliseconds; a hub without boards saves 3 MB. */
function sodium(): Sodium {
	return (loaded ??= new Sodium());
}

/** ENCRYPT: ChaCha20-Poly1305 (RFC 8439) with the nonce as 32 zero bits and a 64-bit little-endian counter. */
export function encrypt(k: Uint8Array, n: number, ad: Uint8Array, plaintext: Uint8Array): Buffer {
	const it = sodium();
	it.put(k, it.key, KEY_BYTES);
	it.put(ad, it.ad, AD_BYTES);
	it.put(plaintext, it.text, TEXT_BYTES - TAGLEN);
	it.run.encrypt(plaintext.length, ad.length, n >>> 0, Math.floor(n / 2 ** 32));
	return it.message(plaintext.length + TAGLEN);
}

/** DECRYPT: the plaintext, or undefined if the message is not authentic. */
export function decrypt(k: Uint8Array, n: number, ad: Uint8Array, ciphertext: Uint8Array): Buffer | undefined {
	const { length } = ciphertext;
	if (length < TAGLEN || length > TEXT_BYTES) return undefined;
	const it = sodium();
	it.put(k, it.key, KEY_BYTES);
	it.put(ad, it.ad, AD_BYTES);
	it.put(ciphertext, it.text, TEXT_BYTES);
	const isAuthentic = it.run.decrypt(length, ad.length, n >>> 0, Math.floor(n / 2 ** 32)) === 0;
	return isAuthentic ? it.message(length - TAGLEN) : undefined;
}

/** HASH: SHA-256 of all parts, concatenated. */
export function hash(...parts: Uint8Array[]): Uint8Array {
	const it = sodium();
	let length = 0;
	for (const part of parts) {
		it.put(part, it.text + length, TEXT_BYTES - length);
		length += part.length;
	}
	it.run.hash(length);
	return it.digest();
}

/** HKDF, section 4.3, with two or three outputs. */
export function hkdf(chainingKey: Uint8Array, inputKeyMaterial: Uint8Array, outputs: 2 | 3): Uint8Array[] {
	const it = sodium();
	it.put(chainingKey, it.key, KEY_BYTES);
	it.put(inputKeyMaterial, it.text, TEXT_BYTES);
	it.run.hkdf(inputKeyMaterial.length, outputs);
	const keys = Array.from({ length: outputs }, (_, index) => it.digest(index));
	it.wipe(outputs * HASHLEN);
	return keys;
}
