import fc from 'fast-check';
import type { Cut } from '../sim-board.ts';

/** How many boards there may be. */
export const BOARDS = 2;

const cut = fc.constantFrom<Cut>(
	'never',
	'never',
	'before the key is written',
	'before it is answered',
	'after it is answered',
);
const board = fc.nat({ max: BOARDS - 1 });
/** What may happen to boards, as often as the weights say. */
export const step = fc.oneof(
	{ weight: 3, arbitrary: fc.record({ do: fc.constant('make' as const), board }) },
	{ weight: 6, arbitrary: fc.record({ do: fc.constant('connect' as const), board, cut }) },
	{ weight: 2, arbitrary: fc.record({ do: fc.constant('drop' as const), board }) },
	{ weight: 4, arbitrary: fc.record({ do: fc.constant('rotate' as const), board, cut }) },
	{ weight: 1, arbitrary: fc.record({ do: fc.constant('revoke' as const), board }) },
	{ weight: 2, arbitrary: fc.record({ do: fc.constant('regenerate' as const), board, flash: fc.boolean() }) },
	{ weight: 2, arbitrary: fc.record({ do: fc.constant('claim' as const), board, replace: fc.boolean() }) },
	{ weight: 1, arbitrary: fc.record({ do: fc.constant('delete' as const), board }) },
	{ weight: 1, arbitrary: fc.record({ do: fc.constant('delete pending' as const), board }) },
	{ weight: 1, arbitrary: fc.record({ do: fc.constant('copy' as const), board }) },
	{ weight: 1, arbitrary: fc.record({ do: fc.constant('expire' as const) }) },
	{ weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const) }) },
);
export type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
