import type { MikroORM } from '@mikro-orm/sqlite';
import type { Logger } from 'pino';
import type { ConflictReason } from '../../protocol/dashboard.ts';
import type { Clock, Timer } from '../base/clock.ts';
import { Events } from '../base/events.ts';
import type { Random } from '../base/random.ts';
import type { Devices } from '../devices/devices.ts';
import type { Vault } from '../store/vault.ts';
import type { Registration } from './entities.ts';
import type { ClaimFacts } from './facts.ts';
import type { RegisteringBoard } from './registering-board.ts';

export interface ClaimsOptions {
	orm: MikroORM;
	clock: Clock;
	random: Random;
	vault: Vault;
	log: Logger;
	devices: Devices;
	/** 16 bytes, the same for the life of the data folder */
	hubId: Uint8Array;
	/** where a board finds this hub, best first */
	addresses: (board: { virtual: boolean }) => { host: string; port: number }[];
}

export type RegistrationRecord = Omit<Registration, never>;

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

/** Registrations and conflicts of the running hub. A holder of state only; what happens stands in the operations. */
export class Claims {
	readonly byId = new Map<string, RegistrationRecord>();
	/** by key id in hex */
	readonly byKeyId = new Map<string, RegistrationRecord>();
	readonly conflicts = new Map<string, Conflict>();
	/** how far the board of a pending device has come on its present link */
	readonly steps = new Map<string, 'seen' | 'authenticated'>();
	/** MACs that were read over USB while the board of a pending device was flashed; a restart of the hub forgets them */
	readonly usbMacs = new Map<string, string>();
	/** pending devices whose expiry has been told */
	readonly expiryTold = new Set<string>();
	readonly events: Events<ClaimFacts>;
	readonly options: ClaimsOptions;

	constructor(options: ClaimsOptions) {
		this.options = options;
		this.events = new Events((error) => options.log.error({ err: error }, 'a listener failed'));
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

	isExpired(registration: RegistrationRecord): boolean {
		return this.options.clock.now() >= registration.expiresAt;
	}

	/** Pending devices, the used ones left out, oldest first. */
	pending(): RegistrationRecord[] {
		return [...this.byId.values()].filter((registration) => registration.usedByMac === null);
	}
}
