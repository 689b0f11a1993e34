import type { Random } from '../base/random.ts';
import { HASHLEN, TAGLEN, decrypt, encrypt, hash, hkdf } from './sodium.ts';
import { DHLEN, type KeyPair, dh, generateKeyPair } from './x25519.ts';

/**
 * Noise_NNpsk0_25519_ChaChaPoly_SHA256, as the Noise Protocol Framework, revision 34, has it:
 *
 *     NNpsk0:
 *       -> psk, e
 *       <- e, ee
 *
 * Names are the specification's. Nothing here throws on bytes from outside: an invalid message gives undefined, and ends the
 * handshake.
 */
export const PROTOCOL_NAME = 'Noise_NNpsk0_25519_ChaChaPoly_SHA256';
/** What message 1 and 2 add to their payload: the ephemeral key and the tag. */
export const HANDSHAKE_OVERHEAD = DHLEN + TAGLEN;

/** Beyond this a number does not hold a 64-bit counter exactly; a link never gets near it. */
const MAX_NONCE = Number.MAX_SAFE_INTEGER;
const EMPTY = new Uint8Array(0);

export class CipherState {
	#k: Uint8Array;
	#n: number;

	/** `n`: the first nonce. */
	constructor(k: Uint8Array, n = 0) {
		this.#k = k;
		this.#n = n;
	}

	encryptWithAd(ad: Uint8Array, plaintext: Uint8Array): Buffer | undefined {
		return this.#n < MAX_NONCE ? encrypt(this.#k, this.#n++, ad, plaintext) : undefined;
	}

	/** An invalid message does not change the nonce, as the specification requires. */
	decryptWithAd(ad: Uint8Array, ciphertext: Uint8Array): Buffer | undefined {
		if (this.#n >= MAX_NONCE) return undefined;
		const plaintext = decrypt(this.#k, this.#n, ad, ciphertext);
		if (plaintext) this.#n++;
		return plaintext;
	}

	/** A transport message: no associated data. */
	encrypt(plaintext: Uint8Array): Buffer | undefined {
		return this.encryptWithAd(EMPTY, plaintext);
	}

	decrypt(ciphertext: Uint8Array): Buffer | undefined {
		return this.decryptWithAd(EMPTY, ciphertext);
	}
}

class SymmetricState {
	#ck: Uint8Array;
	#h: Uint8Array;
	#cipher: CipherState | undefined;

	constructor() {
		const name = Buffer.from(PROTOCOL_NAME);
		this.#h = name.length <= HASHLEN ? Buffer.concat([name], HASHLEN) : hash(name);
		this.#ck = this.#h;
	}

	get handshakeHash(): Uint8Array {
		return this.#h;
	}

	mixKey(inputKeyMaterial: Uint8Array): void {
		const [ck, tempK] = hkdf(this.#ck, inputKeyMaterial, 2);
		this.#ck = ck!;
		this.#cipher = new CipherState(tempK!);
	}

	mixHash(data: Uint8Array): void {
		this.#h = hash(this.#h, data);
	}

	mixKeyAndHash(inputKeyMaterial: Uint8Array): void {
		const [ck, tempH, tempK] = hkdf(this.#ck, inputKeyMaterial, 3);
		this.#ck = ck!;
		this.mixHash(tempH!);
		this.#cipher = new CipherState(tempK!);
	}

	encryptAndHash(plaintext: Uint8Array): Uint8Array {
		const ciphertext = this.#cipher!.encryptWithAd(this.#h, plaintext)!;
		this.mixHash(ciphertext);
		return ciphertext;
	}

	decryptAndHash(ciphertext: Uint8Array): Buffer | undefined {
		const plaintext = this.#cipher!.decryptWithAd(this.#h, ciphertext);
		if (plaintext) this.mixHash(ciphertext);
		return plaintext;
	}

	split(): [CipherState, CipherState] {
		const [k1, k2] = hkdf(this.#ck, EMPTY, 2);
		return [new CipherState(k1!), new CipherState(k2!)];
	}
}

/** The result of a handshake: one cipher for each direction, and a hash that both sides share. */
export interface Transport {
	send: CipherState;
	receive: CipherState;
	handshakeHash: Uint8Array;
}

/** Board's side: write message 1, read message 2. */
export class Initiator {
	#state = new SymmetricState();
	#psk: Uint8Array;
	#random: Random;
	#e: KeyPair | undefined;

	constructor(options: { psk: Uint8Array; prologue: Uint8Array; random: Random }) {
		this.#psk = options.psk;
		this.#random = options.random;
		this.#state.mixHash(options.prologue);
	}

	/** -> psk, e */
	writeMessage1(payload: Uint8Array): Uint8Array {
		this.#state.mixKeyAndHash(this.#psk);
		this.#e = generateKeyPair(this.#random);
		this.#state.mixHash(this.#e.publicKey);
		this.#state.mixKey(this.#e.publicKey); // the psk modifier: e is mixed into the key too (section 9.2)
		return Buffer.concat([this.#e.publicKey, this.#state.encryptAndHash(payload)]);
	}

	/** <- e, ee */
	readMessage2(message: Uint8Array): { payload: Uint8Array; transport: Transport } | undefined {
		if (message.length < HANDSHAKE_OVERHEAD) return undefined;
		const re = message.subarray(0, DHLEN);
		this.#state.mixHash(re);
		this.#state.mixKey(re);
		const ee = dh(this.#e!, re);
		if (!ee) return undefined;
		this.#state.mixKey(ee);
		const payload = this.#state.decryptAndHash(message.subarray(DHLEN));
		if (!payload) return undefined;
		const [send, receive] = this.#state.split();
		return { payload, transport: { send, receive, handshakeHash: this.#state.handshakeHash } };
	}
}

/** Hub's side: read message 1, write message 2. */
export class Responder {
	#state = new SymmetricState();
	#psk: Uint8Array;
	#random: Random;
	#re: Uint8Array | undefined;

	constructor(options: { psk: Uint8Array; prologue: Uint8Array; random: Random }) {
		this.#psk = options.psk;
		this.#random = options.random;
		this.#state.mixHash(options.prologue);
	}

	/** -> psk, e */
	readMessage1(message: Uint8Array): Uint8Array | undefined {
		if (message.length < HANDSHAKE_OVERHEAD) return undefined;
		this.#state.mixKeyAndHash(this.#psk);
		const re = message.slice(0, DHLEN);
		this.#state.mixHash(re);
		this.#state.mixKey(re);
		const payload = this.#state.decryptAndHash(message.subarray(DHLEN));
		if (payload) this.#re = re;
		return payload;
	}

	/** <- e, ee; undefined if the board's ephemeral key is of low order. */
	writeMessage2(payload: Uint8Array): { message: Uint8Array; transport: Transport } | undefined {
		const e = generateKeyPair(this.#random);
		this.#state.mixHash(e.publicKey);
		this.#state.mixKey(e.publicKey);
		const ee = dh(e, this.#re!);
		if (!ee) return undefined;
		this.#state.mixKey(ee);
		const message = Buffer.concat([e.publicKey, this.#state.encryptAndHash(payload)]);
		const [receive, send] = this.#state.split();
		return { message, transport: { send, receive, handshakeHash: this.#state.handshakeHash } };
	}
}
