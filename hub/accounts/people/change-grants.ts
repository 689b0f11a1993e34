import type { EntityManager } from '@mikro-orm/sqlite';
import type { UserView } from '../../../protocol/dashboard/people/accounts.ts';
import { type Grant, GuestAccess } from '../../../protocol/dashboard/people/people.ts';
import { Invitation, User } from '../entities.ts';
import { userView } from '../sessions.ts';

/** Whose grants were changed. */
export interface ChangedGrants {
	guests: UserView[];
	invitations: number;
}

/**
 * Changes what guests and open invitations are granted, inside the caller's transaction. `change` answers undefined where
 * nothing changes. What is stored may be damaged: then it reaches nothing, and stays as it is.
 */
export async function changeGrants(
	em: EntityManager,
	change: (grants: readonly Grant[]) => Grant[] | undefined,
): Promise<ChangedGrants> {
	const given = { access: { $ne: null } };
	const changed: ChangedGrants = { guests: [], invitations: 0 };
	for (const user of await em.find(User, given, { disableIdentityMap: true })) {
		const access = changedAccess(user.access);
		if (!access) continue;
		await em.nativeUpdate(User, { id: user.id }, { access });
		changed.guests.push(userView(user));
	}
	for (const { id, access: before } of await em.find(Invitation, given, { disableIdentityMap: true })) {
		const access = changedAccess(before);
		if (!access) continue;
		await em.nativeUpdate(Invitation, { id }, { access });
		changed.invitations++;
	}
	return changed;

	function changedAccess(stored: unknown): GuestAccess | undefined {
		const access = GuestAccess.safeParse(stored).data;
		const grants = access && change(access.grants);
		return grants && { ...access, grants };
	}
}
