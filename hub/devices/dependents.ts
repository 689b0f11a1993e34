import type { EntityManager } from '@mikro-orm/sqlite';
import type { Actor } from '../base/actor.ts';

/**
 * What other areas keep of devices and must give up with them. An operation that takes a device or its relays away asks this:
 * what hangs on them goes in the same transaction, and nobody has to listen for it.
 */
export interface Dependents {
	/** Calls `work` when nothing that depends on devices is being changed; an operation takes this turn before the device's. */
	inTurn<T>(work: () => Promise<T>): Promise<T>;
	/** Writes what goes with the relays of a device that `stays` denies; answers what to do once all is committed. */
	dropGoneRelays(em: EntityManager, device: string, stays: (relay: number) => boolean): Promise<(by: Actor) => void>;
	/** The device is gone for good. */
	onDeviceDeleted(device: string): void;
	/** The device has another board: what is known of the one before says nothing of this one. */
	onBoardReplaced(device: string): void;
}

/** Of devices alone, without the areas that depend on them. */
export const NO_DEPENDENTS: Dependents = {
	inTurn: (work) => work(),
	dropGoneRelays: async () => () => undefined,
	onDeviceDeleted: () => undefined,
	onBoardReplaced: () => undefined,
};
