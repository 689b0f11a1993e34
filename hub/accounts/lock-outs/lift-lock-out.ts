import { type Fault, fault } from '../../../protocol/dashboard/faults.ts';
import type { Actor } from '../../base/actor.ts';
import { type Result, ok } from '../../base/result.ts';
import type { Accounts } from '../accounts.ts';
import { readNames } from './read-names.ts';

/** Lets somebody who is locked out try again, at once. */
export async function liftLockOut(
	{ orm, lockOuts, events }: Pick<Accounts, 'orm' | 'lockOuts' | 'events'>,
	id: string,
	by: Actor,
): Promise<Result<void, Fault>> {
	const guessed = await readNames(orm);
	const lifted = lockOuts.lift(id);
	if (!lifted) return fault('no-such-lock-out');
	const { what, who } = lifted;
	events.emit('LockOutLifted', { what, who, names: guessed(lifted).names, by });
	return ok();
}
