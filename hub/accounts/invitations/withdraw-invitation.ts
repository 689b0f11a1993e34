import type { SqlEntityManager } from '@mikro-orm/sqlite';
import { type Fault, fault } from '../../../protocol/dashboard/faults.ts';
import type { Actor } from '../../base/actor.ts';
import { type Result, ok } from '../../base/result.ts';
import type { Accounts } from '../accounts.ts';
import { Invitation } from '../entities.ts';

/** Withdraws an open invitation: its link is worth nothing from now on. */
export async function withdrawInvitation(accounts: Accounts, id: string, by: Actor): Promise<Result<void, Fault>> {
	const { orm, clock, events } = accounts;
	const withdrawn = await orm.em.fork().transactional(async (em) => {
		const open = await em.findOne(Invitation, { id, expiresAt: { $gt: clock.now() } });
		if (open) await em.nativeDelete(Invitation, { id });
		return open;
	});
	if (!withdrawn) return fault('no-such-invitation');
	tellWithdrawn(accounts, [withdrawn], by);
	events.emit('PeopleChanged', {});
	return ok();
}

/** Withdraws all that a person made, inside the caller's transaction. */
export async function withdrawInvitationsOf(em: SqlEntityManager, userId: string): Promise<Invitation[]> {
	const theirs = await em.find(Invitation, { madeBy: userId });
	if (theirs.length > 0) await em.nativeDelete(Invitation, { madeBy: userId });
	return theirs;
}

/** Call after the commit. Nobody is told of those that were over already. */
export function tellWithdrawn({ events, clock }: Accounts, withdrawn: readonly Invitation[], by: Actor): void {
	for (const { role, name, expiresAt } of withdrawn)
		if (expiresAt > clock.now()) events.emit('InvitationWithdrawn', { role, name, by });
}
