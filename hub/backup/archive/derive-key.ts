import { spawn } from 'node:child_process';
import { scrypt } from 'node:crypto';

const SCRYPT = { label: 'age-encryption.org/v1/scrypt', r: 8, p: 1, keyBytes: 32 };
const SPARE_BYTES = 1_048_576;
/** Up to this work, which needs 4 MB, it is not worth a process of its own. */
const WORK_HERE = 12;
/** The longest that a Raspberry Pi takes for the most work, several times over. */
const LONGEST_MS = 120_000;

interface Wish {
	passphrase: string;
	/** in base64 */
	salt: string;
	keyBytes: number;
	options: { N: number; r: number; p: number; maxmem: number };
}

/** What the other process runs. The passphrase comes by its standard input, where other programs do not see it. */
const PROGRAM = `
	const pieces = [];
	process.stdin.on('data', (piece) => pieces.push(piece)).on('end', () => {
		const { passphrase, salt, keyBytes, options } = JSON.parse(Buffer.concat(pieces).toString());
		process.stdout.write(require('node:crypto').scryptSync(passphrase, Buffer.from(salt, 'base64'), keyBytes, options));
	});
`;

/** This machine did not give the memory that a passphrase needs. */
export class NoMemory extends Error {
	readonly megabytes: number;

	constructor(megabytes: number) {
		super(`no ${megabytes} MB of memory for a passphrase`);
		this.megabytes = megabytes;
	}
}

/** This machine did not get as far as the key. */
export class TooSlow extends Error {
	constructor() {
		super(`a passphrase took longer than ${LONGEST_MS / 1_000} s`);
	}
}

/**
 * The key that age derives from a passphrase. With `work` 15 it needs 32 MB of memory, and with 18, for which age itself
 * asks, 256 MB: so a process of its own does it, which gives all of it back, and which is the one that the system ends if
 * there is not so much. Throws NoMemory then.
 */
export async function deriveKey(passphrase: string, salt: Uint8Array, work: number): Promise<Buffer> {
	const { label, r, p, keyBytes } = SCRYPT;
	const N = 2 ** work;
	const bytes = 128 * r * N;
	const options = { N, r, p, maxmem: bytes + SPARE_BYTES };
	const salted = Buffer.concat([Buffer.from(label), salt]);
	if (work <= WORK_HERE) return deriveHere(passphrase, salted, keyBytes, options);
	const wish = { passphrase, salt: salted.toString('base64'), keyBytes, options };
	const key = await deriveElsewhere(wish);
	if (!key) throw new NoMemory(Math.ceil(bytes / 1_048_576));
	return key;
}

function deriveHere(passphrase: string, salt: Buffer, keyBytes: number, options: Wish['options']): Promise<Buffer> {
	return new Promise((resolve, reject) =>
		scrypt(passphrase, salt, keyBytes, options, (error, key) => (error ? reject(error) : resolve(key))),
	);
}

/** Undefined: the other process ended without a key, for want of memory. Rejects if it could not be started, or took too long. */
function deriveElsewhere(wish: Wish): Promise<Buffer | undefined> {
	return new Promise((resolve, reject) => {
		const said: Buffer[] = [];
		const child = spawn(process.execPath, ['-e', PROGRAM], {
			stdio: ['pipe', 'pipe', 'ignore'],
			env: { ...process.env, NODE_OPTIONS: '' },
			timeout: LONGEST_MS,
			killSignal: 'SIGKILL',
		});
		child.stdout.on('data', (piece: Buffer) => said.push(piece));
		child.on('error', reject);
		child.on('close', () => {
			const key = Buffer.concat(said);
			if (key.length === wish.keyBytes) resolve(key);
			else if (child.killed) reject(new TooSlow());
			else resolve(undefined);
		});
		// It may be gone before it has read.
		child.stdin.on('error', () => undefined);
		child.stdin.end(JSON.stringify(wish));
	});
}
