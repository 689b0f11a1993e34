import type { ApiError } from '../../protocol/dashboard.ts';
import type { ClaimFault } from '../claims/faults.ts';
import type { DeviceFault } from '../devices/faults.ts';
import type { PlanFault } from '../images/check-plan.ts';

/** The one mapping from the areas' faults to what a browser is told. */
const CODES: Record<(ClaimFault | DeviceFault | PlanFault)['kind'], ApiError['code']> = {
	'no-such-device': 'not-found',
	'no-such-relay': 'not-found',
	'no-such-pending': 'not-found',
	'no-such-conflict': 'not-found',
	'board-not-connected': 'board-not-connected',
	'no-answer': 'no-answer',
	'link-lost': 'no-answer',
	refused: 'conflict',
	'changed-meanwhile': 'conflict',
	legacy: 'conflict',
	revoked: 'conflict',
	'already-claimed': 'conflict',
	'too-many': 'conflict',
	'not-virtual': 'bad-request',
	used: 'expired',
	'bad-plan': 'bad-request',
};

export function apiErrorOf(fault: ClaimFault | DeviceFault | PlanFault): ApiError {
	const { kind, message } = fault;
	return { code: CODES[kind], message, ...('field' in fault ? { field: fault.field } : {}) };
}
