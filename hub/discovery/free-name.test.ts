import { expect, it } from 'vitest';
import { freeName } from './free-name.ts';

it.each([
	['nobody is there', [], 'Mooring'],
	['another has another name', [{ name: 'Attic', id: 'b' }], 'Mooring'],
	['another hub has it', [{ name: 'Mooring', id: 'b' }], 'Mooring (2)'],
	['something that is no hub has it', [{ name: 'MOORING', id: undefined }], 'Mooring (2)'],
	[
		'the second is taken as well',
		[
			{ name: 'Mooring', id: 'b' },
			{ name: 'Mooring (2)', id: 'c' },
		],
		'Mooring (3)',
	],
	['it was our own', [{ name: 'Mooring', id: 'a' }], 'Mooring'],
])('when %s', (_, seen, expected) => expect(freeName('Mooring', 'a', seen)).toBe(expected));

it('recognises a taken name that contains a dot', () => {
	expect(freeName('St. Anna', 'a', [{ name: 'St- Anna', id: 'b' }])).toBe('St. Anna (2)');
});
