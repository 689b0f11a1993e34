import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { Random } from '../base/random.ts';
import { type Failure, type Result, failure, ok } from '../base/result.ts';
import { writePrivateFile } from './private-file.ts';

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const VERSION = 1;

/**
 * Encrypts secrets that are stored in the database: AES-256-GCM (NIST SP 800-38D) under a key in a file of its own,
 * so that a copied database alone reveals nothing. A sealed value is version (1 byte), nonce, tag, ciphertext.
 * `purpose` is authenticated with it, so that a sealed value cannot be used in the place of another.
 */
export class Vault {
	#key: Uint8Array;
	#random: Random;

	constructor(key: Uint8Array, random: Random) {
		this.#key = key;
		this.#random = random;
	}

	seal(secret: Uint8Array, purpose: string): Buffer {
		const nonce = this.#random.bytes(NONCE_BYTES);
		const cipher = createCipheriv('aes-256-gcm', this.#key, nonce).setAAD(Buffer.from(purpose));
		const text = Buffer.concat([cipher.update(secret), cipher.final()]);
		return Buffer.concat([Uint8Array.of(VERSION), nonce, cipher.getAuthTag(), text]);
	}

	/** Throws if the value was damaged or sealed under another key or for another purpose. */
	open(sealed: Uint8Array, purpose: string): Buffer {
		const nonce = sealed.subarray(1, 1 + NONCE_BYTES);
		const tag = sealed.subarray(1 + NONCE_BYTES, 1 + NONCE_BYTES + TAG_BYTES);
		const decipher = createDecipheriv('aes-256-gcm', this.#key, nonce).setAAD(Buffer.from(purpose)).setAuthTag(tag);
		return Buffer.concat([decipher.update(sealed.subarray(1 + NONCE_BYTES + TAG_BYTES)), decipher.final()]);
	}

	/** Derives a key for one purpose, always the same (HKDF, RFC 5869). It reveals nothing about other keys. */
	keyFor(purpose: string): Uint8Array {
		return new Uint8Array(hkdfSync('sha256', this.#key, '', purpose, KEY_BYTES));
	}
}

/**
 * Opens the vault of a data folder; creates its key file at the first start. A database without its key file is
 * refused: with a new key no device's token could be read.
 */
export function openVault(options: {
	keyFile: string;
	databaseFile: string;
	random: Random;
}): Result<Vault, Failure<'key-file'>> {
	const { keyFile, databaseFile, random } = options;
	if (!existsSync(keyFile)) {
		if (existsSync(databaseFile))
			return failure(
				'key-file',
				`${keyFile} is missing. It opens the tokens in ${databaseFile}: restore it from a backup, together with the database.`,
			);
		writePrivateFile(keyFile, `${Buffer.from(random.bytes(KEY_BYTES)).toString('base64')}\n`);
	}
	const key = Buffer.from(readFileSync(keyFile, 'utf8').trim(), 'base64');
	if (key.length !== KEY_BYTES) return failure('key-file', `${keyFile} is damaged: restore it from a backup.`);
	return ok(new Vault(key, random));
}
