import { expect, it } from 'vitest';
import { bytesWord } from '$lib/words/format/bytes.ts';

it.each([
	[0, '0 KB'],
	[1, '1 KB'],
	[900_000, '879 KB'],
	[3_500_000, '3.3 MB'],
	[52_428_800, '50 MB'],
	[29_000_000_000, '28 GB'],
	[2 ** 50, '1024 TB'],
])('says %i bytes as %s', (bytes, word) => {
	expect(bytesWord(bytes)).toBe(word.replace(' ', '\u00a0'));
});
