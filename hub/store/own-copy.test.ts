import { expect, it } from 'vitest';
import { ownCopy } from './own-copy.ts';

it('copies what the ORM would change, and leaves bytes and dates what they are', () => {
	const change = {
		plan: { sensors: [{ name: undefined }] },
		list: [{}],
		bytes: Buffer.from('a'),
		at: new Date(0),
		none: null,
	};
	const copy = ownCopy(change);
	expect(copy).toEqual(change);
	expect(copy.plan.sensors[0]).not.toBe(change.plan.sensors[0]);
	expect(copy.list[0]).not.toBe(change.list[0]);
	expect([copy.bytes, copy.at]).toEqual([change.bytes, change.at]);
	expect(copy.bytes).toBe(change.bytes);
});
