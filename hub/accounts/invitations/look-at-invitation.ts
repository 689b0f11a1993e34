import type { SqlEntityManager } from '@mikro-orm/sqlite';
import { type Fault, fault } from '../../../protocol/dashboard/faults.ts';
import type { InvitationOffer } from '../../../protocol/dashboard/people/people.ts';
import { type Result, ok } from '../../base/result.ts';
import type { Accounts } from '../accounts.ts';
import { Invitation, User } from '../entities.ts';
import { isOwner } from '../people/owners.ts';
import { readAccess } from '../reach.ts';
import { secretHashOf } from './invitation-view.ts';

/** What the person who was sent this secret is offered. */
export async function lookAtInvitation(accounts: Accounts, secret: string): Promise<Result<InvitationOffer, Fault>> {
	const found = await findInvitation(accounts, secret);
	if (!found.ok) return found;
	const { role, name, expiresAt, access, madeBy } = found.value;
	const maker = await accounts.orm.em.fork().findOne(User, { id: madeBy });
	return ok({
		role,
		name,
		by: maker?.name ?? '',
		expiresAt,
		hub: accounts.hubName,
		until: readAccess(role, access)?.until ?? null,
	});
}

/**
 * The open invitation with this secret. One that is over, used, withdrawn or never was, or whose maker is no owner any
 * more: the answer is the same. Nobody joins to what is over before they come.
 */
export async function findInvitation(
	{ orm, clock }: Accounts,
	secret: string,
): Promise<Result<Invitation, Fault<'no-such-invitation' | 'access-over'>>> {
	const secretHash = secretHashOf(secret);
	const em = orm.em.fork() as SqlEntityManager;
	const found = await em.findOne(Invitation, { secretHash, expiresAt: { $gt: clock.now() } });
	if (!found || !(await isOwner(em, found.madeBy))) return fault('no-such-invitation');
	return isAccessOver(found, clock.now()) ? fault('access-over') : ok(found);
}

/** Whether it is of a guest whose access has ended already. */
export function isAccessOver({ access }: Invitation, now: number): boolean {
	return typeof access?.until === 'number' && access.until <= now;
}
