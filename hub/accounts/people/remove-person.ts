import type { SqlEntityManager } from '@mikro-orm/sqlite';
import type { UserView } from '../../../protocol/dashboard/people/accounts.ts';
import { type Fault, fault } from '../../../protocol/dashboard/faults.ts';
import { personActor } from '../../base/actor.ts';
import { type Result, ok } from '../../base/result.ts';
import type { Accounts } from '../accounts.ts';
import { type Invitation, type User as Person, User } from '../entities.ts';
import { tellWithdrawn, withdrawInvitationsOf } from '../invitations/withdraw-invitation.ts';
import { deleteTokensOf, tellTokensEnded } from '../tokens/end-tokens.ts';
import type { ApiToken } from '../tokens/entity.ts';
import { deleteSessionsOf, tellEnded } from './end-sessions.ts';
import type { HandOver, PeopleDependents, PendingChoice } from './people-dependents.ts';
import { isOwner } from './owners.ts';

interface Removed {
	user: Person;
	ended: string[];
	tokens: ApiToken[];
	withdrawn: Invitation[];
}

/**
 * Removes a person. Their devices become those of whoever removes them, their pending devices too unless they are
 * deleted, their API tokens end, and the invitations they made are withdrawn.
 */
export async function removePerson(
	accounts: Accounts,
	dependents: PeopleDependents,
	wish: { id: string; pendingDevices: PendingChoice; by: UserView },
): Promise<Result<void, Fault>> {
	const { orm, events } = accounts;
	const { id, by, pendingDevices } = wish;
	if (id === by.id) return fault('not-yourself');
	let handOver: HandOver | undefined;
	let removed: Result<Removed, Fault>;
	try {
		removed = await orm.em.fork().transactional(async (forked) => {
			const em = forked as SqlEntityManager;
			const user = await em.findOne(User, { id });
			if (!user) return fault('no-such-person');
			// Of two owners who remove each other at the same time, the second is not one any more.
			if (!(await isOwner(em, by.id))) return fault('not-allowed');
			const ended = await deleteSessionsOf(em, id);
			const tokens = await deleteTokensOf(em, id);
			const withdrawn = await withdrawInvitationsOf(em, id);
			handOver = await dependents.handOver(em, id, by.id, pendingDevices);
			await em.nativeDelete(User, { id });
			return ok({ user, ended, tokens, withdrawn });
		});
	} catch (error) {
		handOver?.undone();
		throw error;
	}
	if (!removed.ok) return removed;
	const { user, ended, tokens, withdrawn } = removed.value;
	void accounts.homes.forget(id);
	void accounts.preferences.forget(id);
	const actor = personActor(by);
	tellEnded(accounts, ended);
	tellTokensEnded(accounts, user, tokens, actor);
	tellWithdrawn(accounts, withdrawn, actor);
	events.emit('PersonRemoved', { name: user.name, role: user.role, by: actor });
	events.emit('PeopleChanged', {});
	await handOver?.committed(actor); // last: the person is gone, whether it succeeds or not
	return ok();
}
