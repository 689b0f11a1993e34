import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { Random } from '../../base/random.ts';
import { NoMemory, TooSlow, deriveKey } from './derive-key.ts';

/**
 * Work of scrypt as a power of two. `age` itself takes 18, which needs 256 MB of memory for a second; a hub runs on small
 * machines. 15 needs 32 MB, and the passphrase is longer to make up for it.
 */
const WORK = 15;
/** The most work a file may ask for: one that somebody has encrypted again with `age` asks for 18. */
const MOST_WORK = 18;
const SALT_BYTES = 16;
const TAG_BYTES = 16;
const NONCE = Buffer.alloc(12);
const KEY_ALGORITHM = 'chacha20-poly1305';

const FIRST_LINE = 'age-encryption.org/v1\n';
/** A header for one passphrase has less than 200 bytes. */
export const HEADER_BYTES = 1_024;
const HEADER =
	/^age-encryption\.org\/v1\n-> scrypt [A-Za-z\d+/]{22} [1-9]\d?\n[A-Za-z\d+/]{43}\n--- [A-Za-z\d+/]{43}\n/;

export type AgeTrouble = 'not-age' | 'not-by-passphrase' | 'cut' | 'wrong-passphrase' | 'damaged';

/** Why a file could not be decrypted. */
export class AgeError extends Error {
	readonly trouble: AgeTrouble;

	constructor(trouble: AgeTrouble) {
		super(trouble);
		this.trouble = trouble;
	}
}

/** Loaded with the first backup: with its curves it takes memory that a hub rarely needs. */
const loadAge = () => import('age-encryption');

/** Encrypts for a passphrase as `age -p` does. A piece is only made when the one before was taken. */
export async function encrypt(
	pieces: AsyncIterable<Uint8Array>,
	passphrase: string,
	random: Random,
	work = WORK,
): Promise<AsyncIterable<Uint8Array>> {
	const { Encrypter, Stanza } = await loadAge();
	const encrypter = new Encrypter();
	// The library's own derivation computes in JavaScript, which would block the hub for a second.
	encrypter.addRecipient({
		async wrapFileKey(fileKey) {
			const salt = random.bytes(SALT_BYTES);
			const cipher = createCipheriv(KEY_ALGORITHM, await deriveKey(passphrase, salt, work), NONCE, {
				authTagLength: TAG_BYTES,
			});
			const wrapped = Buffer.concat([cipher.update(fileKey), cipher.final(), cipher.getAuthTag()]);
			return [new Stanza(['scrypt', unpadded(salt), String(work)], new Uint8Array(wrapped))];
		},
	});
	return piecesOf(await encrypter.encrypt(streamOf(pieces)));
}

/** Decrypts; `start` holds the first HEADER_BYTES of the file. Throws an AgeError, also while the result is read. */
export async function* decrypt(
	pieces: AsyncIterable<Uint8Array>,
	start: Buffer,
	passphrase: string,
): AsyncGenerator<Uint8Array> {
	checkHeader(start);
	const { Decrypter } = await loadAge();
	const decrypter = new Decrypter();
	decrypter.addIdentity({
		async unwrapFileKey([stanza]) {
			const [, salt, work] = stanza!.args;
			const key = await deriveKey(passphrase, Buffer.from(salt!, 'base64'), Number(work));
			const decipher = createDecipheriv(KEY_ALGORITHM, key, NONCE, { authTagLength: TAG_BYTES });
			decipher.setAuthTag(stanza!.body.subarray(-TAG_BYTES));
			try {
				return new Uint8Array(Buffer.concat([decipher.update(stanza!.body.subarray(0, -TAG_BYTES)), decipher.final()]));
			} catch {
				throw new AgeError('wrong-passphrase');
			}
		},
	});
	try {
		yield* piecesOf(await decrypter.decrypt(streamOf(pieces)));
	} catch (error) {
		if ([AgeError, NoMemory, TooSlow].some((kind) => error instanceof kind) || isOfSystem(error)) throw error;
		throw new AgeError('damaged');
	}
}

/** The library would read a header of any length into memory, and work as long as it asks for. */
function checkHeader(start: Buffer): void {
	const text = start.toString('latin1');
	if (!text.startsWith(FIRST_LINE)) throw new AgeError(FIRST_LINE.startsWith(text) ? 'cut' : 'not-age');
	if (HEADER.test(text)) {
		if (Number(/-> scrypt \S+ (\d+)\n/.exec(text)![1]) > MOST_WORK) throw new AgeError('not-age');
		return;
	}
	if (!/^-> scrypt /.test(text.slice(FIRST_LINE.length))) {
		const isPart = '-> scrypt '.startsWith(text.slice(FIRST_LINE.length));
		throw new AgeError(isPart ? 'cut' : 'not-by-passphrase');
	}
	throw new AgeError(start.length < HEADER_BYTES ? 'cut' : 'damaged');
}

function unpadded(bytes: Uint8Array): string {
	return Buffer.from(bytes).toString('base64').replace(/=+$/, '');
}

/** A file that cannot be read is not a damaged backup. */
function isOfSystem(error: unknown): boolean {
	return typeof (error as NodeJS.ErrnoException).errno === 'number';
}

function streamOf(pieces: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
	const iterator = pieces[Symbol.asyncIterator]();
	return new ReadableStream<Uint8Array>(
		{
			async pull(controller) {
				const { value, done } = await iterator.next();
				if (done) controller.close();
				else controller.enqueue(value);
			},
			async cancel() {
				await iterator.return?.();
			},
		},
		{ highWaterMark: 0 },
	);
}

async function* piecesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
	const reader = stream.getReader();
	try {
		for (;;) {
			const { value, done } = await reader.read();
			if (done) return;
			yield value;
		}
	} finally {
		await reader.cancel().catch(() => undefined);
	}
}
