import type { ApiError } from '../../protocol/dashboard/errors.ts';
import type { ClaimFault } from '../claims/claims.ts';
import type { DeviceFault } from '../devices/faults.ts';
import type { PlanFault } from '../boards/check-plan.ts';
import type { SceneFault } from '../scenes/scenes.ts';
import type { SettingsFault } from '../settings/settings.ts';
import type { UpdateFault } from '../updates/updates.ts';

type AnyFault = ClaimFault | DeviceFault | PlanFault | SceneFault | SettingsFault | UpdateFault;

/** The one mapping from the areas' faults to what a browser is told. */
const CODES: Record<AnyFault['kind'], ApiError['code']> = {
	'no-such-device': 'not-found',
	'no-such-relay': 'not-found',
	'no-such-pending': 'not-found',
	'no-such-conflict': 'not-found',
	'board-not-connected': 'board-not-connected',
	'board-busy': 'busy',
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
	'no-such-scene': 'not-found',
	'too-many-scenes': 'conflict',
	'bad-scene': 'bad-request',
	'bad-settings': 'bad-request',
	'nothing-to-update': 'conflict',
};

export function apiErrorOf(fault: AnyFault): ApiError {
	const { kind, message } = fault;
	return { code: CODES[kind], message, ...('field' in fault ? { field: fault.field } : {}) };
}
