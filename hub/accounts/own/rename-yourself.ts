import type { SqlEntityManager } from '@mikro-orm/sqlite';
import type { UserView } from '../../../protocol/dashboard/people/accounts.ts';
import { type Fault, fault } from '../../../protocol/dashboard/faults.ts';
import { personActor } from '../../base/actor.ts';
import { type Result, ok } from '../../base/result.ts';
import type { Accounts } from '../accounts.ts';
import { User } from '../entities.ts';
import { foldName, isNameTaken, nameTaken, userView } from '../sessions.ts';

/** Gives a person another name, by which they sign in from now on. Their sessions stay. */
export async function renameYourself(accounts: Accounts, id: string, name: string): Promise<Result<UserView, Fault>> {
	const { orm, events } = accounts;
	const done = await orm.em.fork().transactional(async (forked) => {
		const em = forked as SqlEntityManager;
		const before = await em.findOne(User, { id }, { disableIdentityMap: true });
		if (!before) return fault('no-such-person');
		if (await isNameTaken(em, name, id)) return nameTaken(name);
		await em.nativeUpdate(User, { id }, { name, folded: foldName(name) });
		return ok(before);
	});
	if (!done.ok) return done;
	const before = done.value;
	const user = userView({ ...before, name });
	if (name === before.name) return ok(user);
	events.emit('PersonChanged', { user });
	events.emit('PersonRenamed', { user, before: before.name, by: personActor(before) });
	events.emit('PeopleChanged', {});
	return ok(user);
}
