import { expect, it } from 'vitest';
import { failedOf, undoOf } from './outcome.ts';

const member = (relay: number, on: boolean, before: boolean | null, done = true) => ({
	device: 'd1',
	deviceName: 'Kitchen',
	relay,
	relayName: `R${relay}`,
	on,
	before,
	done,
	message: done ? null : 'The board did not answer.',
});

it('an undo switches back only what was changed', () => {
	const result = {
		results: [
			member(1, true, false),
			member(2, true, true),
			member(3, false, null),
			member(4, true, false, false),
			member(5, true, false),
			member(6, false, true),
		],
	};
	expect(undoOf(result, ({ relay }) => relay === 5)).toEqual([
		{ device: 'd1', relay: 1, on: false },
		{ device: 'd1', relay: 6, on: true },
	]);
	expect(failedOf(result).map(({ relay }) => relay)).toEqual([4]);
});
