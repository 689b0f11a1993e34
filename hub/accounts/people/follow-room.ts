import type { EntityManager } from '@mikro-orm/sqlite';
import { LIMITS } from '../../../protocol/dashboard/limits.ts';
import type { Grant } from '../../../protocol/dashboard/people/people.ts';
import type { Accounts } from '../accounts.ts';
import { changeGrants } from './change-grants.ts';

export interface RenamedRoom {
	from: string;
	to: string;
	/** ids of the devices in it */
	devices: readonly string[];
	/** other devices are in the room of the new name: two rooms become one */
	isMerged: boolean;
}

/**
 * A room has another name: guests and open invitations go on to reach what is in it. Where two rooms become one, they reach
 * the devices that they reached before, and not those of the other room. Call inside the caller's transaction; call the
 * returned function after the commit, before the devices are told to have moved.
 */
export async function followRoom(
	{ events }: Pick<Accounts, 'events'>,
	em: EntityManager,
	room: RenamedRoom,
): Promise<() => void> {
	const { guests, invitations } = await changeGrants(em, (grants) =>
		grants.some((grant) => isOf(room, grant)) ? renamed(grants, room) : undefined,
	);
	return () => {
		for (const user of guests) events.emit('PersonChanged', { user });
		if (guests.length + invitations > 0) events.emit('PeopleChanged', {});
	};
}

function isOf({ from }: RenamedRoom, grant: Grant): boolean {
	return grant.kind === 'room' && grant.room === from;
}

function renamed(grants: readonly Grant[], room: RenamedRoom): Grant[] {
	if (!room.isMerged)
		return grants.map((grant) => (isOf(room, grant) ? { kind: 'room', room: room.to, may: grant.may } : grant));
	const others = grants.filter((grant) => !isOf(room, grant));
	const ofRoom = grants.filter((grant) => isOf(room, grant));
	const each = ofRoom.flatMap(({ may }) => room.devices.map((device): Grant => ({ kind: 'device', device, may })));
	// More than can be granted are left out: nobody is given what the owner did not give them.
	return [...others, ...each].slice(0, LIMITS.grants);
}
