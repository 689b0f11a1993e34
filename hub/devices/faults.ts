import type { Fault } from '../base/result.ts';

export type DeviceFault = Fault<
	'no-such-device' | 'no-such-relay' | 'board-not-connected' | 'no-answer' | 'link-lost' | 'refused'
>;
