import type { EntityManager } from '@mikro-orm/sqlite';
import type { RenamedRoom } from '../accounts/people/follow-room.ts';
import type { Actor } from '../base/actor.ts';

/** What other areas must delete, in the same transaction, when a device or its relays are deleted. */
export interface Dependents {
	/** Locks all dependents while `work` runs; an operation takes this lock before the device's. */
	withLock<T>(work: () => Promise<T>): Promise<T>;
	/** Deletes references to relays for which `stays` is false; answers what to call after the commit. */
	dropGoneRelays(em: EntityManager, device: string, stays: (relay: number) => boolean): Promise<(by: Actor) => void>;
	/** Deletes references to the device as a whole and to all its relays; answers what to call after the commit. */
	dropGoneDevice(em: EntityManager, device: string): Promise<(by: Actor) => void>;
	/** A room has another name: changes what names it; answers what to call after the commit. */
	followRoom(em: EntityManager, room: RenamedRoom): Promise<() => void>;
	/** The device is gone for good. */
	onDeviceDeleted(device: string): void;
	/** The device has another board: what is known of the one before says nothing of this one. */
	onBoardReplaced(device: string): void;
}

/** For devices alone, without scenes and updates. */
export const NO_DEPENDENTS: Dependents = {
	withLock: (work) => work(),
	dropGoneRelays: async () => () => undefined,
	dropGoneDevice: async () => () => undefined,
	followRoom: async () => () => undefined,
	onDeviceDeleted: () => undefined,
	onBoardReplaced: () => undefined,
};
