import { type Fault, fieldFault } from '../../../protocol/dashboard/faults.ts';
import type { Role } from '../../../protocol/dashboard/people/accounts.ts';
import type { GuestAccess } from '../../../protocol/dashboard/people/people.ts';
import { type Result, ok } from '../../base/result.ts';
import type { PeopleDependents } from './people-dependents.ts';

/** What a person of this role is given: a guest needs access that is not over, and nobody else has any. */
export function checkAccess(
	dependents: PeopleDependents,
	role: Role,
	wish: { access: GuestAccess | null | undefined; kept?: GuestAccess | null; now: number },
): Result<GuestAccess | null, Fault> {
	if (role !== 'guest') return ok(null);
	const { access, kept = null, now } = wish;
	if (!access) return kept ? ok(kept) : fieldFault('access', 'guest-needs-access');
	if (access.until !== null && access.until <= now) return fieldFault('access.until', 'access-over');
	const checked = dependents.checkAccess(access);
	return checked.ok ? ok(access) : checked;
}
