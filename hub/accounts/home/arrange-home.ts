import type { UserView } from '../../../protocol/dashboard/people/accounts.ts';
import { type Fault, fault } from '../../../protocol/dashboard/faults.ts';
import type { HomeLayout } from '../../../protocol/dashboard/home.ts';
import { type Result, ok } from '../../base/result.ts';
import type { Accounts } from '../accounts.ts';
import { User } from '../entities.ts';
import { StoredHome } from './entity.ts';

/** Replaces how a person has arranged their Home. Nothing is written or told if it is arranged so already. */
export function arrangeHome(
	{ orm, homes, events }: Pick<Accounts, 'orm' | 'homes' | 'events'>,
	user: UserView,
	home: HomeLayout,
): Promise<Result<void, Fault>> {
	const { id } = user;
	return homes.inTurn(id, async () => {
		const layout = JSON.stringify(home);
		if (layout === JSON.stringify(homes.of(id))) return ok();
		if (!homes.mayChange(id)) return fault('arranged-too-often');
		const done = await orm.em.fork().transactional(async (em) => {
			if ((await em.count(User, { id })) === 0) return fault('no-such-person');
			await em.upsert(StoredHome, { userId: id, layout });
			return ok();
		});
		if (!done.ok) return done;
		homes.keep(id, home);
		events.emit('HomeArranged', { user });
		return ok();
	});
}
