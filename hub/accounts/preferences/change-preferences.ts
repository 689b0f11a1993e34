import type { UserView } from '../../../protocol/dashboard/people/accounts.ts';
import { type Fault, fault } from '../../../protocol/dashboard/faults.ts';
import type { Preferences } from '../../../protocol/dashboard/people/preferences.ts';
import { type Result, ok } from '../../base/result.ts';
import type { Accounts } from '../accounts.ts';
import { User } from '../entities.ts';
import { StoredPreferences } from './entity.ts';

/** Replaces what a person has chosen for how the dashboard speaks. Nothing is written or told if they chose so already. */
export function changePreferences(
	{ orm, preferences, events }: Pick<Accounts, 'orm' | 'preferences' | 'events'>,
	user: UserView,
	wanted: Preferences,
): Promise<Result<void, Fault>> {
	const { id } = user;
	return preferences.inTurn(id, async () => {
		const chosen = JSON.stringify(wanted);
		if (chosen === JSON.stringify(preferences.of(id))) return ok();
		if (!preferences.mayChange(id)) return fault('preferences-too-often');
		const done = await orm.em.fork().transactional(async (em) => {
			if ((await em.count(User, { id })) === 0) return fault('no-such-person');
			await em.upsert(StoredPreferences, { userId: id, chosen });
			return ok();
		});
		if (!done.ok) return done;
		preferences.keep(id, wanted);
		events.emit('PreferencesChanged', { user });
		return ok();
	});
}
