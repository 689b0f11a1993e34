import type { InvitationView } from '../../../protocol/dashboard/people/people.ts';
import type { Accounts } from '../accounts.ts';
import { Invitation, User } from '../entities.ts';
import { invitationView } from './invitation-view.ts';

/** The open ones, oldest first. */
export async function listInvitations({ orm, clock }: Accounts): Promise<InvitationView[]> {
	const em = orm.em.fork();
	const open = await em.find(
		Invitation,
		{ expiresAt: { $gt: clock.now() } },
		{ orderBy: { createdAt: 'asc', id: 'asc' } },
	);
	const makers = await em.find(User, { id: [...new Set(open.map(({ madeBy }) => madeBy))] }, { fields: ['name'] });
	const names = new Map(makers.map(({ id, name }) => [id, name]));
	return open.map((invitation) => invitationView(invitation, names.get(invitation.madeBy) ?? ''));
}
