import { createCipheriv, createHash, createHmac, hkdfSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TAGLEN, decrypt, encrypt, hash, hkdf } from './sodium.ts';
import { SODIUM_WASM } from './sodium-wasm.ts';

// Node's OpenSSL is the second opinion here; the published vectors of Noise are held against in noise.test.ts.

const NOTHING = new Uint8Array();
const LONGEST = 65_535;
const counting = (length: number, from = 0) => Uint8Array.from({ length }, (_, i) => from + i);
const anyKey = fc.uint8Array({ minLength: 32, maxLength: 32 });
const anyBytes = (maxLength: number) => fc.uint8Array({ maxLength });
const anyCounter = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER - 1 });

function encryptByOpenSsl(k: Uint8Array, n: number, ad: Uint8Array, plaintext: Uint8Array): Buffer {
	const nonce = Buffer.alloc(12);
	nonce.writeBigUInt64LE(BigInt(n), 4);
	const cipher = createCipheriv('chacha20-poly1305', k, nonce, { authTagLength: TAGLEN });
	cipher.setAAD(ad, { plaintextLength: plaintext.length });
	return Buffer.concat([cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
}

describe('encrypt and decrypt', () => {
	it('agree with OpenSSL for every length and counter', () => {
		fc.assert(
			fc.property(anyKey, anyCounter, anyBytes(64), anyBytes(1_100), (k, n, ad, plaintext) => {
				const ciphertext = encryptByOpenSsl(k, n, ad, plaintext);
				expect(encrypt(k, n, ad, plaintext)).toEqual(ciphertext);
				expect(decrypt(k, n, ad, ciphertext)).toEqual(Buffer.from(plaintext));
			}),
		);
	});

	it('refuse a message of which one bit is changed', () => {
		fc.assert(
			fc.property(anyKey, anyCounter, anyBytes(64), anyBytes(200), fc.nat(), (k, n, ad, plaintext, where) => {
				const ciphertext = encrypt(k, n, ad, plaintext);
				const bit = where % (ciphertext.length * 8);
				ciphertext[bit >> 3]! ^= 1 << (bit & 7);
				expect(decrypt(k, n, ad, ciphertext)).toBeUndefined();
			}),
		);
	});

	it('refuse a message under another key, counter or associated data', () => {
		const k = counting(32);
		const ciphertext = encrypt(k, 5, counting(32), counting(24));
		expect(decrypt(counting(32, 1), 5, counting(32), ciphertext)).toBeUndefined();
		expect(decrypt(k, 5 + 2 ** 32, counting(32), ciphertext)).toBeUndefined();
		expect(decrypt(k, 5, counting(31), ciphertext)).toBeUndefined();
		expect(decrypt(k, 5, counting(32), ciphertext)).toEqual(Buffer.from(counting(24)));
	});

	it('refuse a message shorter than its tag', () => {
		for (let length = 0; length < TAGLEN; length++)
			expect(decrypt(counting(32), 0, NOTHING, new Uint8Array(length))).toBeUndefined();
	});

	it('accept a message of Noise’s maximum length, and none longer', () => {
		const plaintext = new Uint8Array(LONGEST - TAGLEN).fill(3);
		const ciphertext = encrypt(counting(32), 1, NOTHING, plaintext);
		expect(ciphertext.equals(encryptByOpenSsl(counting(32), 1, NOTHING, plaintext))).toBe(true);
		expect(decrypt(counting(32), 1, NOTHING, ciphertext)?.equals(plaintext)).toBe(true);
		expect(() => encrypt(counting(32), 1, NOTHING, new Uint8Array(LONGEST - TAGLEN + 1))).toThrow(RangeError);
		expect(decrypt(counting(32), 1, NOTHING, new Uint8Array(LONGEST + 1))).toBeUndefined();
		expect(() => encrypt(counting(32), 1, new Uint8Array(65), plaintext)).toThrow(RangeError);
		expect(() => encrypt(new Uint8Array(33), 1, NOTHING, plaintext)).toThrow(RangeError);
	});

	it('change neither their arguments nor earlier results', () => {
		const [k, ad, plaintext] = [counting(32), counting(32, 50), counting(24, 100)];
		const first = encrypt(k, 0, ad, plaintext);
		const kept = Buffer.from(first);
		const second = encrypt(k, 1, ad, plaintext);
		const read = decrypt(k, 0, ad, first)!;
		expect(decrypt(k, 1, ad, second)).toEqual(Buffer.from(plaintext));
		expect([k, ad, plaintext]).toEqual([counting(32), counting(32, 50), counting(24, 100)]);
		expect(first).toEqual(kept);
		expect(read).toEqual(Buffer.from(plaintext));
	});
});

describe('hash and hkdf', () => {
	it('agree with OpenSSL for every length', () => {
		fc.assert(
			fc.property(anyKey, anyBytes(300), anyBytes(300), (ck, a, b) => {
				expect(Buffer.from(hash(a, b))).toEqual(createHash('sha256').update(a).update(b).digest());
				for (const outputs of [2, 3] as const) {
					const whole = Buffer.from(hkdfSync('sha256', a, ck, NOTHING, 32 * outputs));
					expect(Buffer.concat(hkdf(ck, a, outputs))).toEqual(whole);
				}
			}),
		);
	});

	it('refuse input that does not fit', () => {
		const half = new Uint8Array(40_000);
		expect(() => hash(half, half)).toThrow(RangeError);
		expect(() => hkdf(counting(32), new Uint8Array(LONGEST + 1), 2)).toThrow(RangeError);
		expect(() => hkdf(counting(33), NOTHING, 2)).toThrow(RangeError);
	});
});

it('leaves no key in the memory of the module', () => {
	const { instance, memory } = freshModule();
	const secret = counting(32, 0x60);
	const { key, text, encrypt, decrypt, hkdf } = instance.exports as Record<string, (...args: number[]) => number>;
	const holds = (bytes: Uint8Array) => memory.includes(Buffer.from(bytes.subarray(0, 16)));

	for (const use of [() => encrypt!(24, 0, 0, 0), () => decrypt!(40, 0, 0, 0), () => hkdf!(32, 2)]) {
		memory.set(secret, key!());
		expect(holds(secret)).toBe(true);
		use();
		expect(holds(secret)).toBe(false);
	}

	const material = counting(32, 0x90);
	memory.set(secret, key!());
	memory.set(material, text!());
	hkdf!(32, 2);
	const extracted = createHmac('sha256', secret).update(material).digest();
	expect(holds(material)).toBe(false);
	expect(holds(extracted)).toBe(false);
	const output = createHmac('sha256', extracted).update(Uint8Array.of(1)).digest();
	expect(holds(output)).toBe(true);
});

function freshModule() {
	const instance = new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(SODIUM_WASM, 'base64')));
	return { instance, memory: Buffer.from((instance.exports.memory as WebAssembly.Memory).buffer) };
}
