import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { md5 } from './write-board.ts';

const reference = (data: Uint8Array) => createHash('md5').update(data).digest('hex');

it('equals the MD5 of Node at every length around a block', () => {
	for (let length = 0; length <= 130; length++) {
		const data = Uint8Array.from({ length }, (_, index) => index * 7);
		expect(md5(data), `${length} bytes`).toBe(reference(data));
	}
});

it('equals the MD5 of Node for random bytes', () => {
	fc.assert(fc.property(fc.uint8Array({ maxLength: 2_000 }), (data) => md5(data) === reference(data)));
});
