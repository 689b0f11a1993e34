import { type Fault, fault, fieldFault } from '../../../protocol/dashboard/faults.ts';
import { type Result, ok } from '../../base/result.ts';
import type { Accounts } from '../accounts.ts';
import { Session } from '../entities.ts';
import type { Caller } from '../limits/hash-queue.ts';
import { checkPassword, hashPassword } from '../passwords/password.ts';

/** Which session, its PIN, and who waits for the hash. */
export interface WallWish {
	session: string;
	pin: string;
	caller: Caller;
}

/** Locks a session to its wall panel until the same PIN is typed, the session ends, or its person signs in anew. */
export async function lockWall(accounts: Accounts, { session, pin, caller }: WallWish): Promise<Result<void, Fault>> {
	const { orm, hashing, passwordCost, events } = accounts;
	const hashed = await hashing.run(caller, () => hashPassword(pin, passwordCost));
	if (!hashed.ok) return fault('too-many-signing-in');
	const em = orm.em.fork();
	// Of two tabs that lock at once, the PIN of the first counts.
	if ((await em.nativeUpdate(Session, { id: session, wallPin: null }, { wallPin: hashed.value })) === 0)
		return fault((await em.count(Session, { id: session })) > 0 ? 'wall-locked' : 'not-signed-in');
	events.emit('WallLocked', { session, locked: true });
	return ok();
}

/** Unlocks a session by its PIN, which is forgotten with that. Does nothing if the session is not locked. */
export async function unlockWall(accounts: Accounts, { session, pin, caller }: WallWish): Promise<Result<void, Fault>> {
	const { orm, hashing, passwordCost, events } = accounts;
	const em = orm.em.fork();
	const found = await em.findOne(Session, { id: session });
	if (!found) return fault('not-signed-in');
	const { wallPin } = found;
	if (wallPin === null) return ok();
	const checked = await hashing.run(caller, () => checkPassword(wallPin, pin, passwordCost));
	if (!checked.ok) return fault('too-many-signing-in');
	if (!checked.value) return fieldFault('pin', 'wall-pin-wrong');
	await em.nativeUpdate(Session, { id: session, wallPin }, { wallPin: null });
	events.emit('WallLocked', { session, locked: false });
	return ok();
}
