import { scryptSync } from 'node:crypto';
import { expect, it, vi } from 'vitest';
import { NoMemory, deriveKey } from './derive-key.ts';

const PASSPHRASE = 'four boats on a quiet lake, ünd möre';
const SALT = Buffer.from('0123456789abcdef');
const MEGABYTE = 1_048_576;

it.each([4, 12, 13, 15])('with work %i it is what scrypt says', async (work) => {
	const salt = Buffer.concat([Buffer.from('age-encryption.org/v1/scrypt'), SALT]);
	const key = scryptSync(PASSPHRASE, salt, 32, { N: 2 ** work, r: 8, p: 1, maxmem: 64 * MEGABYTE });
	expect((await deriveKey(PASSPHRASE, SALT, work)).equals(key)).toBe(true);
});

it('much work takes no memory of this process', async () => {
	await deriveKey(PASSPHRASE, SALT, 13);
	const before = process.resourceUsage().maxRSS;
	await deriveKey(PASSPHRASE, SALT, 18);
	// 256 MB, if it were computed here; maxRSS is in KB
	expect((process.resourceUsage().maxRSS - before) * 1_024).toBeLessThan(128 * MEGABYTE);
});

it('says how much memory there would have to be where there is not so much', async () => {
	const trouble = await deriveKey(PASSPHRASE, SALT, 30).catch((error: unknown) => error);
	expect(trouble).toBeInstanceOf(NoMemory);
	expect((trouble as NoMemory).megabytes).toBe(2 ** 20);
});

it('says what went wrong where no other process can be started', async () => {
	vi.spyOn(process, 'execPath', 'get').mockReturnValue('/nothing/here');
	await expect(deriveKey(PASSPHRASE, SALT, 13)).rejects.toThrow('ENOENT');
});
