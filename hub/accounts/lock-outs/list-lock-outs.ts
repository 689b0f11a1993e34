import { LIMITS } from '../../../protocol/dashboard/limits.ts';
import type { LockOutView, LockOuts } from '../../../protocol/dashboard/people/lock-outs.ts';
import type { Accounts } from '../accounts.ts';
import { isAtHome } from '../limits/network-of.ts';
import { readNames } from './read-names.ts';
import type { LockOut } from './lock-outs.ts';

/** Who is locked out now: those of the household's own networks first, since an attack from elsewhere has many more. */
export async function listLockOuts({ orm, lockOuts }: Pick<Accounts, 'orm' | 'lockOuts'>): Promise<LockOuts> {
	const guessed = await readNames(orm);
	const views = lockOuts.all().flatMap(({ secrets, ...shown }): LockOutView[] => {
		const names = guessed({ what: shown.what, secrets });
		// Strangers who are locked out of a name that nobody has miss nothing.
		const isNobodys = shown.who.kind === 'strangers' && shown.what !== 'set-up' && names.names.length === 0;
		return isNobodys ? [] : [{ ...shown, ...names }];
	});
	const networks = new Set(views.flatMap(({ who }) => (who.kind === 'network' ? [who.network] : [])));
	views.sort((a, b) => Number(isOfHome(b)) - Number(isOfHome(a)) || b.since - a.since);
	return { lockOuts: views.slice(0, LIMITS.lockOuts), total: views.length, networks: networks.size };
}

function isOfHome({ who }: Pick<LockOut, 'who'>): boolean {
	return who.kind === 'network' ? isAtHome(who.network.replace(/\/64$/, '')) : who.from !== 'away';
}
