import type { Fault } from '../base/result.ts';

export type AccountFault = Fault<
	'wrong-code' | 'already-set-up' | 'wrong-credentials' | 'no-such-user' | 'bad-password'
> & { field?: string };
