import type { EntityManager } from '@mikro-orm/sqlite';
import type { Grant } from '../../protocol/dashboard/people/people.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { dropGrants } from '../accounts/people/drop-grants.ts';
import { followRoom } from '../accounts/people/follow-room.ts';
import { dropTokenRelays } from '../accounts/tokens/drop-token-relays.ts';
import type { Dependents } from '../devices/dependents.ts';
import { dropGoneRelays } from '../scenes/drop-gone-relays.ts';
import type { Scenes } from '../scenes/scenes.ts';
import { onDeviceDeleted } from '../updates/send-image.ts';
import type { Updates } from '../updates/updates.ts';

/** Scenes, API tokens and what guests are granted refer to relays, and updates have devices in their queue. */
export function dependentsOn(scenes: Scenes, updates: Updates, accounts: Pick<Accounts, 'events'>): Dependents {
	async function drop(
		em: EntityManager,
		device: string,
		stays: (relay: number) => boolean,
		isGone: (grant: Grant) => boolean,
	) {
		const scenesLeft = await dropGoneRelays(scenes, em, device, stays);
		const grantsLeft = await dropGrants(accounts, em, isGone);
		await dropTokenRelays(em, device, stays);
		return (by: Parameters<typeof scenesLeft>[0]) => {
			scenesLeft(by);
			grantsLeft(by);
		};
	}
	return {
		withLock: (work) => scenes.withLock(work),
		dropGoneRelays: (em, device, stays) =>
			drop(em, device, stays, (grant) => grant.kind === 'relay' && grant.device === device && !stays(grant.relay)),
		dropGoneDevice: (em, device) =>
			drop(
				em,
				device,
				() => false,
				(grant) => grant.kind !== 'room' && grant.device === device,
			),
		followRoom: (em, room) => followRoom(accounts, em, room),
		onDeviceDeleted: (device) => onDeviceDeleted(updates, device),
		onBoardReplaced: (device) => void updates.ended.delete(device),
	};
}
