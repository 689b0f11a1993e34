import type { MikroORM } from '@mikro-orm/sqlite';
import type { Logger } from 'pino';
import type { ConflictReason } from '../../protocol/dashboard/pending.ts';
import { type Fault, fault } from '../../protocol/dashboard/faults.ts';
import type { Actor } from '../base/actor.ts';
import type { Clock, Timer } from '../base/clock.ts';
import { Events } from '../base/events.ts';
import type { Random } from '../base/random.ts';
import type { Devices } from '../devices/devices.ts';
import type { Vault } from '../store/vault.ts';
import type { RegistrationRecord } from './entities.ts';
import type { RegisteringBoard } from './registration/registering-board.ts';
import type { LiveDevice } from '../devices/live-device.ts';
import { type Result, ok } from '../base/result.ts';

export interface ClaimsOptions {
	orm: MikroORM;
	clock: Clock;
	random: Random;
	vault: Vault;
	log: Logger;
	devices: Devices;
	player: Player;
	/** 16 bytes, the same for the life of the data folder */
	hubId: Uint8Array;
	/** where a board finds this hub, best first */
	addresses: (board: { virtual: boolean }) => { host: string; port: number }[];
}

/** Plays virtual boards on this machine. */
export interface Player {
	/** how many it plays */
	readonly size: number;
	has(id: string): boolean;
	start(id: string, configFile: Uint8Array): Promise<void>;
	/** stops it and deletes its files */
	remove(id: string): Promise<void>;
	/**
	 * the board with this MAC, played for `pending` until now, belongs to the device `id`; false: nothing was played
	 * here
	 */
	handOver(pending: string, id: string, mac: string): Promise<boolean>;
}

/** A board that proved a key but may not be claimed by itself. */
export interface Conflict {
	id: string;
	registration: RegistrationRecord;
	reason: ConflictReason;
	mac: string;
	address: string;
	since: number;
	/** null while its link is lost */
	board: RegisteringBoard | null;
	forgetTimer: Timer | null;
}

/** Registrations and conflicts of the running hub. Holds state only; each operation has a file of its own. */
export class Claims {
	readonly byId = new Map<string, RegistrationRecord>();
	/** by key id in hex */
	readonly byKeyId = new Map<string, RegistrationRecord>();
	readonly conflicts = new Map<string, Conflict>();
	/** how far the board of a pending device has come on its present link */
	readonly steps = new Map<string, 'seen' | 'authenticated'>();
	/** MACs read over USB while the board of a pending device was flashed, by its id; not kept across a restart */
	readonly usbMacs = new Map<string, string>();
	/** ids of the virtual boards that are about to be played by the hub */
	readonly startingToPlay = new Set<string>();
	/** pending devices whose expiry has been announced */
	readonly expiryTold = new Set<string>();
	readonly events: Events<ClaimFacts>;
	readonly options: ClaimsOptions;

	constructor(options: ClaimsOptions) {
		this.options = options;
		this.events = new Events((error) => options.log.error({ err: error }, 'internal error in an event listener'));
	}

	keep(registration: RegistrationRecord): void {
		this.byId.set(registration.id, registration);
		this.byKeyId.set(registration.keyId, registration);
	}

	forget(registration: RegistrationRecord): void {
		this.byId.delete(registration.id);
		this.byKeyId.delete(registration.keyId);
		this.steps.delete(registration.id);
		this.usbMacs.delete(registration.id);
		this.expiryTold.delete(registration.id);
	}

	/** Records how far the board of a pending device has come; null: its link is gone. */
	setStep(id: string, step: 'seen' | 'authenticated' | null): void {
		if (step) this.steps.set(id, step);
		else if (!this.steps.delete(id)) return;
		this.events.emit('PendingChanged', { id });
	}

	isExpired(registration: RegistrationRecord): boolean {
		return this.options.clock.now() >= registration.expiresAt;
	}

	/** Pending devices, the used ones left out, oldest first. */
	pending(): RegistrationRecord[] {
		return [...this.byId.values()].filter((registration) => registration.usedByMac === null);
	}
}

/** Facts about claims, emitted once they are stored. Ids are those of pending devices and of conflicts. */
export interface ClaimFacts {
	PendingMade: { id: string; name: string; by: Actor };
	PendingRenewed: { id: string; name: string; by: Actor };
	PendingDeleted: { id: string; name: string; by: Actor };
	PendingChanged: { id: string };
	PendingRemoved: { id: string; why: 'claimed' | 'deleted' | 'rejected' | 'gone'; device?: string };
	PendingExpired: { id: string; name: string };
	/** A board waits for a person. Emitted once, not at every reconnect. */
	ConflictRaised: { id: string; name: string; reason: ConflictReason; mac: string; address: string };
	ConflictRejected: { id: string; name: string; mac: string; by: Actor };
	/**
	 * A board now belongs to a device: a new one, or an existing one whose firmware or board is new. `by` is null if
	 * no person decided it. Not emitted when a board only lost its first key and got another.
	 */
	Claimed: {
		device: LiveDevice;
		/** id of the pending device it came with */
		pending: string;
		how: 'new' | 'regenerated' | 'upgraded' | 'replaced';
		by: Actor | null;
		/** MAC of the board before, if there was one */
		macBefore: string | null;
	};
	/** New firmware was made for a device. Regenerate has revoked its token. */
	FirmwareMade: { device: LiveDevice; kind: 'regenerate' | 'upgrade'; by: Actor };
}

export function findPending(claims: Claims, id: string): Result<RegistrationRecord, Fault> {
	const registration = claims.byId.get(id);
	if (!registration) return fault('no-such-pending');
	if (registration.usedByMac !== null) return alreadyClaimed(registration);
	return ok(registration);
}

/** The board was claimed before this request. */
export function alreadyClaimed({ name }: RegistrationRecord): Result<never, Fault> {
	return fault('already-claimed', { device: name });
}
