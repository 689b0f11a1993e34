import type { Fault } from '../base/result.ts';

export type DeviceFault = Fault<
	| 'no-such-device'
	| 'no-such-relay'
	| 'board-not-connected'
	/** it has not answered the commands it was sent */
	| 'board-busy'
	| 'no-answer'
	| 'link-lost'
	| 'refused'
	/** somebody else changed it meanwhile */
	| 'changed-meanwhile'
	/** a Legacy v1 board knows on and off alone */
	| 'legacy'
	/** its token is revoked: it needs new firmware first */
	| 'revoked'
>;
