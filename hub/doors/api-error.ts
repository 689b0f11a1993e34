import type { ZodError } from 'zod';
import type { ApiError } from '../../protocol/dashboard/errors.ts';
import {
	type Fault,
	type FaultKind,
	type FaultParams,
	faultOf,
	faultSaid,
	faultView,
} from '../../protocol/dashboard/faults.ts';
import { storageTrouble } from '../store/storage-trouble.ts';

/** A backup or another program usually releases the database within this time. */
const UNLOCKED_AFTER_S = 5;

/**
 * The one mapping from a fault to the error code a browser is sent; all others are `conflict`. A fault in a field of
 * the request is `bad-request`, whatever its kind: a scene that names a missing relay is not a missing page.
 */
const CODES: Partial<Record<FaultKind, ApiError['code']>> = {
	'no-such-device': 'not-found',
	'no-such-relay': 'not-found',
	'no-such-pending': 'not-found',
	'no-such-conflict': 'not-found',
	'no-such-scene': 'not-found',
	'no-such-schedule': 'not-found',
	'no-such-image': 'not-found',
	'no-such-person': 'not-found',
	'no-such-invitation': 'not-found',
	'no-such-session': 'not-found',
	'no-such-api-token': 'not-found',
	'no-such-lock-out': 'not-found',
	'no-such-network': 'not-found',
	'no-such-pack': 'not-found',
	'board-not-in-catalogue': 'not-found',
	'built-without-sources': 'not-found',
	'no-firmware-for-board': 'not-found',
	'unknown-token': 'not-found',
	'not-connected': 'board-not-connected',
	'not-connected-not-switched': 'board-not-connected',
	'not-polling-not-switched': 'board-not-connected',
	'board-left': 'board-not-connected',
	reconnecting: 'board-not-connected',
	'token-not-used-yet': 'board-not-connected',
	'commands-not-answered': 'busy',
	'commands-not-written': 'busy',
	busy: 'too-many-tries',
	'busy-exporting': 'busy',
	'backup-running': 'busy',
	'pack-running': 'busy',
	'database-locked': 'busy',
	'https-only': 'not-allowed',
	'no-answer': 'no-answer',
	'link-lost': 'no-answer',
	'claim-not-answered': 'no-answer',
	'key-expired': 'expired',
	'wifi-impossible': 'expired',
	'second-factor-over': 'expired',
	'restore-over': 'expired',
	'pack-over': 'expired',
	'second-factor-not-begun': 'expired',
	'not-virtual': 'bad-request',
	'no-such-command': 'bad-request',
	'one-body': 'bad-request',
	'no-json': 'bad-request',
	'send-json': 'bad-request',
	'broken-text': 'bad-request',
	'body-too-large': 'bad-request',
	'wrong-code': 'wrong-credentials',
	'wrong-credentials': 'wrong-credentials',
	'wrong-api-token': 'wrong-credentials',
	'api-token-over': 'wrong-credentials',
	'not-signed-in': 'not-signed-in',
	'needs-token': 'not-signed-in',
	'not-allowed': 'not-allowed',
	'api-token-may-not': 'not-allowed',
	'may-not-switch': 'not-allowed',
	'wall-locked': 'not-allowed',
	'room-of-guests': 'not-allowed',
	'not-your-pending': 'not-allowed',
	'not-your-device': 'not-allowed',
	'from-another-page': 'not-allowed',
	'needs-origin': 'not-allowed',
	'too-many-failures': 'too-many-tries',
	'too-many-signing-in': 'too-many-tries',
	'too-many-unknown-tokens': 'too-many-tries',
	'renamed-too-often': 'too-many-tries',
	'arranged-too-often': 'too-many-tries',
	'preferences-too-often': 'too-many-tries',
	'asks-too-often': 'too-many-tries',
	'polls-too-often': 'too-many-tries',
	'disk-full': 'storage',
	'no-memory': 'storage',
	'disk-unwritable': 'storage',
	'database-damaged': 'storage',
	internal: 'internal',
};

export function apiErrorOf(fault: Fault, retryAfterS?: number): ApiError {
	const { kind, field } = fault;
	return {
		code: field === undefined ? (CODES[kind] ?? 'conflict') : 'bad-request',
		...faultView(fault),
		...(field !== undefined && { field }),
		...(retryAfterS !== undefined && { retryAfterS }),
	};
}

/** The error of a body or query that does not match its schema: the first fault in it. */
export function schemaError({ issues }: ZodError): ApiError {
	const { message, path } = issues[0]!;
	const said = faultSaid(message);
	const field = path.join('.');
	return { ...(said ? apiErrorOf(said) : { message }), code: 'bad-request', ...(field && { field }) };
}

/** The error of something that a door itself refuses. */
export function apiError<Kind extends FaultKind>(kind: Kind, ...params: FaultParams<Kind>): ApiError {
	return apiErrorOf(faultOf(kind, ...params));
}

/** What a person is shown for an error of the disk or the database; undefined for other errors. */
export function storageError(error: unknown): ApiError | undefined {
	const trouble = storageTrouble(error);
	return trouble && apiErrorOf(faultOf(trouble), trouble === 'database-locked' ? UNLOCKED_AFTER_S : undefined);
}
