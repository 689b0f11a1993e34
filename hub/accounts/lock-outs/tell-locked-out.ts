import type { Accounts } from '../accounts.ts';
import type { LockOut } from './lock-outs.ts';
import { readNames } from './read-names.ts';

/** Tells that somebody is locked out from now on, with the names of the people at whose secrets they guessed. */
export async function tellLockedOut(
	{ orm, events }: Pick<Accounts, 'orm' | 'events'>,
	lockOut: LockOut,
): Promise<void> {
	const { what, who, secrets } = lockOut;
	const { names } = secrets.length > 0 ? (await readNames(orm))(lockOut) : { names: [] };
	// Of a name that nobody has, strangers are told to wait as of others, but nobody is locked out.
	if (who.kind === 'strangers' && what !== 'set-up' && names.length === 0) return;
	events.emit('LockedOut', { what, who, names });
}
