import { type Result, fault, ok } from '../base/result.ts';
import type { Claims, RegistrationRecord } from './claims.ts';
import type { ClaimFault } from './faults.ts';

export function findPending(claims: Claims, id: string): Result<RegistrationRecord, ClaimFault> {
	const registration = claims.byId.get(id);
	if (!registration) return fault('no-such-pending', 'This pending device is not there any more.');
	if (registration.usedByMac !== null) return alreadyClaimed(registration);
	return ok(registration);
}

/** Its board was quicker. */
export function alreadyClaimed({ name }: RegistrationRecord): Result<never, ClaimFault> {
	return fault('already-claimed', `${name} has been claimed already.`);
}
