import type { EntityManager } from '@mikro-orm/sqlite';
import { type Grant, GuestAccess } from '../../../protocol/dashboard/people.ts';
import type { Actor } from '../../base/actor.ts';
import type { Accounts } from '../accounts.ts';
import { Invitation, User } from '../entities.ts';
import { userView } from '../sessions.ts';

/**
 * A device is deleted or loses relays: takes what is gone from every guest and open invitation, so that a relay that
 * gets their number later is not reached instead. A guest may be left with an access that reaches nothing. Call inside
 * the caller's transaction; call the returned function after the commit.
 */
export async function dropGrants(
	{ events }: Pick<Accounts, 'events'>,
	em: EntityManager,
	isGone: (grant: Grant) => boolean,
): Promise<(by: Actor) => void> {
	const given = { access: { $ne: null } };
	const guests = (await em.find(User, given, { disableIdentityMap: true })).filter(holds);
	const invitations = (await em.find(Invitation, given, { disableIdentityMap: true })).filter(holds);
	for (const { id, access } of guests) await em.nativeUpdate(User, { id }, { access: rest(access!) });
	for (const { id, access } of invitations) await em.nativeUpdate(Invitation, { id }, { access: rest(access!) });
	return (by) => {
		for (const user of guests.map(userView)) {
			events.emit('PersonChanged', { user });
			events.emit('AccessChanged', { user, by });
		}
		if (guests.length + invitations.length > 0) events.emit('PeopleChanged', {});
	};

	/** What is stored may be damaged: then it reaches nothing. */
	function holds({ access }: { access?: GuestAccess | null }): boolean {
		return GuestAccess.safeParse(access).data?.grants.some(isGone) ?? false;
	}

	function rest(access: GuestAccess): GuestAccess {
		return { ...access, grants: access.grants.filter((grant) => !isGone(grant)) };
	}
}
