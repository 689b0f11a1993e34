import { isDeepStrictEqual } from 'node:util';
import type { SqlEntityManager } from '@mikro-orm/sqlite';
import { type Fault, fault } from '../../../protocol/dashboard/faults.ts';
import type { PersonPatch } from '../../../protocol/dashboard/people/people.ts';
import type { Actor } from '../../base/actor.ts';
import { type Result, ok } from '../../base/result.ts';
import type { Accounts } from '../accounts.ts';
import { type User as Person, type Invitation, User } from '../entities.ts';
import { tellWithdrawn, withdrawInvitationsOf } from '../invitations/withdraw-invitation.ts';
import { readAccess } from '../reach.ts';
import { userView } from '../sessions.ts';
import { deleteTokensOf, tellTokensEnded } from '../tokens/end-tokens.ts';
import type { ApiToken } from '../tokens/entity.ts';
import { checkAccess } from './check-access.ts';
import { deleteSessionsOf, tellEnded } from './end-sessions.ts';
import type { PeopleDependents } from './people-dependents.ts';
import { isLastOwner, isOwner } from './owners.ts';

interface Changed {
	before: Person;
	after: Person;
	ended: string[];
	tokens: ApiToken[];
	withdrawn: Invitation[];
}

/**
 * Changes a person's role, what a guest reaches, or whether a member may update others' boards. A new role ends the
 * person's sessions and API tokens, and takes back the open invitations of somebody who is not an owner any more.
 * Everything else holds for their tokens at once.
 */
export async function changePerson(
	accounts: Accounts,
	dependents: PeopleDependents,
	wish: { id: string; patch: PersonPatch; by: Actor },
): Promise<Result<Person, Fault>> {
	const { orm, events } = accounts;
	const { by } = wish;
	const done = await dependents.withLock(() =>
		orm.em.fork().transactional((em) => write(accounts, dependents, em as SqlEntityManager, wish)),
	);
	if (!done.ok) return done;
	const { before, after, ended, tokens, withdrawn } = done.value;
	const user = userView(after);
	const updates = after.mayUpdateOthers !== before.mayUpdateOthers && { mayUpdateOthers: after.mayUpdateOthers };
	const reaches = !isDeepStrictEqual(after.access, before.access);
	const newRole = after.role !== before.role;
	if (!newRole && !reaches && !updates) return ok(after);
	tellEnded(accounts, ended);
	events.emit('PersonChanged', { user });
	if (newRole) events.emit('RoleChanged', { user, before: before.role, by });
	else events.emit('AccessChanged', { user, by, ...updates });
	tellTokensEnded(accounts, user, tokens, by);
	tellWithdrawn(accounts, withdrawn, by);
	events.emit('PeopleChanged', {});
	return ok(after);
}

async function write(
	{ clock }: Accounts,
	dependents: PeopleDependents,
	em: SqlEntityManager,
	{ id, patch, by }: { id: string; patch: PersonPatch; by: Actor },
): Promise<Result<Changed, Fault>> {
	const before = await em.findOne(User, { id }, { disableIdentityMap: true });
	if (!before) return fault('no-such-person');
	if (!(await isOwner(em, by.id))) return fault('not-allowed');
	const { role = before.role, mayUpdateOthers = before.mayUpdateOthers } = patch;
	const kept = readAccess(before.role, before.access);
	const access = checkAccess(dependents, role, { access: patch.access, kept, now: clock.now() });
	if (!access.ok) return access;
	if (role !== 'owner' && (await isLastOwner(em, before))) return fault('last-owner');
	const change = { role, access: access.value, mayUpdateOthers: role === 'member' && mayUpdateOthers };
	await em.nativeUpdate(User, { id }, change);
	const ended = role === before.role ? [] : await deleteSessionsOf(em, id);
	const tokens = role === before.role ? [] : await deleteTokensOf(em, id);
	const withdrawn = before.role === 'owner' && role !== 'owner' ? await withdrawInvitationsOf(em, id) : [];
	return ok({ before, after: { ...before, ...change }, ended, tokens, withdrawn });
}
