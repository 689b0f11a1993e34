import type { EntityManager } from '@mikro-orm/sqlite';
import type { Grant } from '../../../protocol/dashboard/people/people.ts';
import type { Actor } from '../../base/actor.ts';
import type { Accounts } from '../accounts.ts';
import { changeGrants } from './change-grants.ts';

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
	const { guests, invitations } = await changeGrants(em, (grants) =>
		grants.some(isGone) ? grants.filter((grant) => !isGone(grant)) : undefined,
	);
	return (by) => {
		for (const user of guests) {
			events.emit('PersonChanged', { user });
			events.emit('AccessChanged', { user, by });
		}
		if (guests.length + invitations > 0) events.emit('PeopleChanged', {});
	};
}
