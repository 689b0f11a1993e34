import type { Fault } from '../base/result.ts';

export type ClaimFault = Fault<
	| 'no-such-pending'
	| 'too-many'
	| 'not-virtual'
	| 'no-such-conflict'
	| 'board-not-connected'
	| 'no-answer'
	| 'already-claimed'
	| 'used'
>;
