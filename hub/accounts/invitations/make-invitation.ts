import type { SqlEntityManager } from '@mikro-orm/sqlite';
import type { UserView } from '../../../protocol/dashboard/people/accounts.ts';
import { type Fault, fault } from '../../../protocol/dashboard/faults.ts';
import { LIMITS } from '../../../protocol/dashboard/limits.ts';
import type { GuestAccess, InvitationMade } from '../../../protocol/dashboard/people/people.ts';
import { personActor } from '../../base/actor.ts';
import { newId } from '../../base/random.ts';
import { type Result, ok } from '../../base/result.ts';
import type { Accounts } from '../accounts.ts';
import { Invitation, User } from '../entities.ts';
import { checkAccess } from '../people/check-access.ts';
import type { PeopleDependents } from '../people/people-dependents.ts';
import { isOwner } from '../people/owners.ts';
import { INVITATION_MS, invitationView, secretHashOf } from './invitation-view.ts';

const SECRET_BYTES = 32;

/**
 * Makes a one-time invitation. Its secret is in the answer and nowhere else. There is room for everybody who is
 * invited, so that nobody is turned away later.
 */
export async function makeInvitation(
	accounts: Accounts,
	dependents: PeopleDependents,
	wish: { role: Invitation['role']; access: GuestAccess | null; name: string; by: UserView },
): Promise<Result<InvitationMade, Fault>> {
	const { orm, clock, random, events } = accounts;
	const { role, name, by } = wish;
	const now = clock.now();
	const secret = Buffer.from(random.bytes(SECRET_BYTES)).toString('base64url');
	const invitation: Invitation = {
		id: newId(random),
		secretHash: secretHashOf(secret),
		role,
		access: null,
		name,
		createdAt: now,
		expiresAt: now + INVITATION_MS,
		madeBy: by.id,
	};
	const write = async (em: SqlEntityManager): Promise<Result<Invitation, Fault>> => {
		if (!(await isOwner(em, by.id))) return fault('not-allowed');
		const access = checkAccess(dependents, role, { access: wish.access, now });
		if (!access.ok) return access;
		const open = await em.count(Invitation, { expiresAt: { $gt: now } });
		if (open >= LIMITS.invitations) return fault('too-many-invitations', { most: LIMITS.invitations });
		if ((await em.count(User, {})) + open >= LIMITS.people) return fault('too-many-people', { most: LIMITS.people });
		const whole = { ...invitation, access: access.value };
		await em.insert(Invitation, whole);
		return ok(whole);
	};
	const made = await dependents.withLock(() => orm.em.fork().transactional((em) => write(em as SqlEntityManager)));
	if (!made.ok) return made;
	events.emit('Invited', { role, name, by: personActor(by) });
	events.emit('PeopleChanged', {});
	return ok({ invitation: invitationView(made.value, by.name), secret });
}
