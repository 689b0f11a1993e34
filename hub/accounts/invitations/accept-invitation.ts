import type { SqlEntityManager } from '@mikro-orm/sqlite';
import { type Fault, fault, fieldFault } from '../../../protocol/dashboard/faults.ts';
import type { JoinBody } from '../../../protocol/dashboard/people/people.ts';
import { newId } from '../../base/random.ts';
import { type Result, ok } from '../../base/result.ts';
import type { Accounts, Visitor } from '../accounts.ts';
import { Invitation, Session, User } from '../entities.ts';
import type { Caller } from '../limits/hash-queue.ts';
import { hashPassword } from '../passwords/password.ts';
import { SOFTWARE, weaknessOf } from '../passwords/weak-password.ts';
import { tellEnded } from '../people/end-sessions.ts';
import { isOwner } from '../people/owners.ts';
import { readAccess } from '../reach.ts';
import { type NewSession, beginSession, foldName, isNameTaken, nameTaken } from '../sessions.ts';
import { findInvitation, isAccessOver } from './look-at-invitation.ts';

/**
 * Makes whoever has the secret of an open invitation a person of this hub, signed in. Of several at the same time
 * exactly one succeeds. Ends the session that this browser had before.
 */
export async function acceptInvitation(
	accounts: Accounts,
	wish: JoinBody,
	from: { visitor: Visitor; caller: Caller; oldSession?: string | undefined },
): Promise<Result<NewSession, Fault>> {
	const { orm, clock, random, hashing, passwordCost, hubName, events } = accounts;
	const found = await findInvitation(accounts, wish.secret);
	if (!found.ok) return found;
	const weakness = await weaknessOf(wish.password, [wish.name, hubName, SOFTWARE]);
	if (weakness) return fieldFault('password', weakness);
	if (await isNameTaken(orm.em.fork() as SqlEntityManager, wish.name)) return nameTaken(wish.name);
	const hashed = await hashing.run(from.caller, () => hashPassword(wish.password, passwordCost));
	if (!hashed.ok) return fault('too-many-signing-in');
	const { id } = found.value;
	const { oldSession } = from;
	const joined = await orm.em.fork().transactional(async (forked) => {
		const em = forked as SqlEntityManager;
		if (await isNameTaken(em, wish.name)) return nameTaken(wish.name);
		const now = clock.now();
		// Read again: while the password was hashed, a device may have gone that it was for.
		const open = await em.findOne(Invitation, { id, expiresAt: { $gt: now } }, { disableIdentityMap: true });
		if (!open || !(await isOwner(em, open.madeBy))) return fault('no-such-invitation');
		if (isAccessOver(open, now)) return fault('access-over');
		await em.nativeDelete(Invitation, { id });
		const { role, madeBy } = open;
		const user: User = {
			id: newId(random),
			name: wish.name,
			folded: foldName(wish.name),
			passwordHash: hashed.value,
			role,
			access: readAccess(role, open.access),
			mayUpdateOthers: false,
			passwordChanges: 0,
			createdAt: now,
		};
		await em.insert(User, user);
		if (oldSession) await em.nativeDelete(Session, { id: oldSession });
		const session = await beginSession(em, accounts, user, from.visitor);
		const maker = await em.findOne(User, { id: madeBy });
		return ok({ session, invitedBy: maker?.name ?? '' });
	});
	if (!joined.ok) return joined;
	const { session, invitedBy } = joined.value;
	tellEnded(accounts, [...(oldSession ? [oldSession] : []), ...session.ended]);
	events.emit('Joined', { user: session.user, invitedBy, address: from.visitor.address });
	events.emit('PeopleChanged', {});
	return ok(session);
}
