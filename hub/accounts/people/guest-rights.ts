import type { UserView } from '../../../protocol/dashboard/people/accounts.ts';
import { type Fault, fault } from '../../../protocol/dashboard/faults.ts';
import { type Result, ok } from '../../base/result.ts';
import type { Accounts } from '../accounts.ts';
import { User } from '../entities.ts';
import { rightsOf } from '../find-session.ts';
import type { Rights } from '../reach.ts';
import { userView } from '../sessions.ts';

/** Who a guest is and what they are allowed, as a session of theirs would find it now. */
export async function guestRights(
	{ orm }: Pick<Accounts, 'orm'>,
	id: string,
): Promise<Result<{ user: UserView; rights: Rights }, Fault>> {
	const person = await orm.em.fork().findOne(User, { id });
	if (!person) return fault('no-such-person');
	if (person.role !== 'guest') return fault('not-a-guest', { name: person.name });
	return ok({ user: userView(person), rights: rightsOf(person) });
}
