import { type Fault, fault } from '../../../protocol/dashboard/faults.ts';
import { type Result, ok } from '../../base/result.ts';
import type { Accounts } from '../accounts.ts';
import { Invitation, User } from '../entities.ts';
import { readAccess } from '../reach.ts';

/**
 * Whether somebody who manages no people may move a device from one of these rooms to the other: into a room that a guest, or
 * an open invitation, was given, or out of it. Otherwise a member would decide what guests reach.
 */
export async function checkGuestRooms(
	{ orm, clock }: Pick<Accounts, 'orm' | 'clock'>,
	rooms: readonly (string | null)[],
): Promise<Result<void, Fault>> {
	const em = orm.em.fork();
	const given = { role: 'guest' } as const;
	const guests = await em.find(User, given);
	const invited = await em.find(Invitation, { ...given, expiresAt: { $gt: clock.now() } });
	const grants = [...guests, ...invited].flatMap(({ role, access }) => readAccess(role, access)?.grants ?? []);
	const named = grants.find((grant) => grant.kind === 'room' && rooms.includes(grant.room));
	return named?.kind === 'room' ? fault('room-of-guests', { room: named.room }) : ok();
}
