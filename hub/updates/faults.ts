import type { Fault } from '../base/result.ts';

export type UpdateFault = Fault<'nothing-to-update' | 'no-such-device'>;
