import type { EntityManager } from '@mikro-orm/sqlite';
import type { Fault } from '../../../protocol/dashboard/faults.ts';
import type { GuestAccess, RemovePerson } from '../../../protocol/dashboard/people/people.ts';
import type { Actor } from '../../base/actor.ts';
import type { Result } from '../../base/result.ts';

export type PendingChoice = RemovePerson['pendingDevices'];

/** What the operations on people need of other areas, which know the accounts and not the other way round. */
export interface PeopleDependents {
	/** Whether a dashboard of this person is open. */
	isHere(userId: string): boolean;
	/** How much is this person's. */
	countOf(userId: string): { devices: number; pending: number };
	/** Whether every device and relay of these grants exists. */
	checkAccess(access: GuestAccess): Result<void, Fault>;
	/** Runs `work` while no device is deleted or loses relays, so that what was checked still is when it is written. */
	withLock<T>(work: () => Promise<T>): Promise<T>;
	/**
	 * Gives what is one person's to another, in the transaction that removes the first; their pending devices may be
	 * deleted instead. Answers what to call after the commit, and what to call if there is none.
	 */
	handOver(em: EntityManager, from: string, to: string, pending: PendingChoice): Promise<HandOver>;
}

export interface HandOver {
	committed(by: Actor): Promise<void>;
	undone(): void;
}
