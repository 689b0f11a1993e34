import { Encrypter } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import { systemRandom } from '../../base/random.ts';
import { AgeError, HEADER_BYTES, decrypt, encrypt } from './age-file.ts';

const PASSPHRASE = 'four boats on a quiet lake';
const CHUNK = 65_536;

async function* piecesOf(bytes: Buffer, length = 10_000) {
	for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

async function gather(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
	const gathered: Uint8Array[] = [];
	for await (const piece of pieces) gathered.push(piece);
	return Buffer.concat(gathered);
}

const seal = async (bytes: Buffer) => gather(await encrypt(piecesOf(bytes), PASSPHRASE, systemRandom, 4));
const open = (file: Buffer, passphrase = PASSPHRASE) =>
	gather(decrypt(piecesOf(file), file.subarray(0, HEADER_BYTES), passphrase));

async function troubleWith(file: Buffer, passphrase = PASSPHRASE): Promise<unknown> {
	try {
		await open(file, passphrase);
		return 'none';
	} catch (error) {
		return error instanceof AgeError ? error.trouble : error;
	}
}

describe('an encrypted file', () => {
	it.each([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK])(
		'of %i bytes is decrypted to the same bytes',
		async (length) => {
			const bytes = Buffer.from(systemRandom.bytes(length));
			expect((await open(await seal(bytes))).equals(bytes)).toBe(true);
		},
	);

	it('asks for as much work as a hub may do', async () => {
		const file = await gather(await encrypt(piecesOf(Buffer.from('hello')), PASSPHRASE, systemRandom));
		expect(file.toString('latin1')).toMatch(/^age-encryption\.org\/v1\n-> scrypt \S{22} 15\n/);
		expect((await open(file)).toString()).toBe('hello');
	});

	it('that the library encrypted itself is decrypted', async () => {
		const encrypter = new Encrypter();
		encrypter.setPassphrase(PASSPHRASE);
		encrypter.setScryptWorkFactor(10);
		const file = Buffer.from(await encrypter.encrypt(Buffer.from('hello')));
		expect((await open(file)).toString()).toBe('hello');
	});

	it('is not opened by another passphrase', async () => {
		expect(await troubleWith(await seal(Buffer.from('hello')), 'four boats on a quiet sea')).toBe('wrong-passphrase');
	});

	it('that was cut anywhere is told to be cut or damaged', async () => {
		const file = await seal(Buffer.from(systemRandom.bytes(2 * CHUNK + 100)));
		const header = file.indexOf('\n--- ') + 49;
		const cuts = [0, 5, 22, 30, 100, header - 1, header, header + 10, header + 16, header + 17];
		cuts.push(header + 16 + CHUNK, header + 16 + CHUNK + 16, header + 16 + 2 * (CHUNK + 16), file.length - 1);
		for (const at of cuts)
			expect([at, await troubleWith(file.subarray(0, at))]).toEqual([at, expect.stringMatching(/^(cut|damaged)$/)]);
	});

	it('of which any part was changed is not opened', async () => {
		const file = await seal(Buffer.from(systemRandom.bytes(CHUNK + 100)));
		const header = file.indexOf('\n--- ') + 49;
		for (const at of [0, 30, 40, 80, header - 5, header + 3, header + 20, header + 16 + CHUNK, file.length - 1]) {
			const flipped = Buffer.from(file);
			flipped[at]! ^= 1;
			expect([at, await troubleWith(flipped)]).not.toEqual([at, 'none']);
		}
	});

	it.each([
		['a zip', Buffer.from('PK\u0003\u0004 and so on'), 'not-age'],
		['one that asks for the work of a day', ageHeader('-> scrypt AAAAAAAAAAAAAAAAAAAAAA 30'), 'not-age'],
		['one for a key', ageHeader(`-> X25519 ${'A'.repeat(43)}`), 'not-by-passphrase'],
		['one whose header does not end', Buffer.from(`age-encryption.org/v1\n-> scrypt ${'A'.repeat(5_000)}`), 'damaged'],
	])('is recognised: %s', async (_, file, trouble) => expect(await troubleWith(file)).toBe(trouble));
});

function ageHeader(stanza: string): Buffer {
	return Buffer.from(`age-encryption.org/v1\n${stanza}\n${'A'.repeat(43)}\n--- ${'A'.repeat(43)}\n${'x'.repeat(100)}`);
}
