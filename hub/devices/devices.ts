import type { MikroORM } from '@mikro-orm/sqlite';
import type { Logger } from 'pino';
import type { Unit } from '../../protocol/dashboard/shapes.ts';
import type { Clock } from '../base/clock.ts';
import { Events } from '../base/events.ts';
import { StallDetector } from '../base/stall-detector.ts';
import type { Random } from '../base/random.ts';
import { type Dependents, NO_DEPENDENTS } from './dependents.ts';
import type { Place } from './config/encode-config.ts';
import type { HouseHold } from './config/hold.ts';
import { KeyedMutex } from '../base/keyed-mutex.ts';
import type { Vault } from '../store/vault.ts';
import { WriteBehind } from '../store/write-behind.ts';
import type { DeviceFacts } from './facts.ts';
import type { LiveDevice } from './live-device.ts';
import { writeLive } from './write-live.ts';

export interface DevicesOptions {
	orm: MikroORM;
	clock: Clock;
	random: Random;
	vault: Vault;
	log: Logger;
	/** time between beats while a dashboard watches, and otherwise */
	beatWatchedMs: number;
	beatIdleMs: number;
	/** where the household is and what its clocks show, for schedules */
	place: () => Place;
	/** what it has set for all its schedules */
	house: () => HouseHold;
}

/** A device key in memory, found by its id during a board's handshake. */
export interface LiveKey {
	device: LiveDevice;
	key: Uint8Array;
	/** Unix ms */
	createdAt: number;
	/** its board has connected with it once */
	proven: boolean;
}

/** A failed database write is retried after this. */
const WRITE_RETRY_MS = 10_000;

/** The devices of the running hub. Holds state only; each operation has a file of its own. */
export class Devices {
	readonly byId = new Map<string, LiveDevice>();
	/** ids of devices that were left out at the start: what refers to them stays */
	readonly unreadable = new Set<string>();
	/** their keys, by id in hex: their boards wait, as for a hub that is off */
	readonly unreadableKeys = new Set<string>();
	/** by key id in hex */
	readonly keys = new Map<string, LiveKey>();
	/** devices with polling firmware, by the hash of their token; may still hold tokens of devices that were upgraded */
	readonly legacyTokens = new Map<string, LiveDevice>();
	/** by the id of a revoked key, so that its board is told why it is refused */
	readonly revokedKeys = new Map<string, LiveDevice>();
	readonly events: Events<DeviceFacts>;
	readonly options: DevicesOptions;
	readonly writes: WriteBehind<LiveDevice>;
	/** when the hub itself did not run */
	readonly stalls: StallDetector;
	/** sensor samples not yet written */
	readonly samples: {
		deviceId: string;
		sensor: number;
		unit: Unit;
		at: number;
		value: number;
	}[] = [];
	/** lock by device id, for changes of its tokens or its plan */
	readonly locks = new KeyedMutex();
	/** set once while the hub is assembled */
	dependents: Dependents = NO_DEPENDENTS;
	watched = false;
	nextCommandId: number;

	constructor(options: DevicesOptions) {
		this.options = options;
		this.stalls = new StallDetector(options.clock);
		this.events = new Events((error) => options.log.error({ err: error }, 'internal error in an event listener'));
		this.nextCommandId = new DataView(options.random.bytes(4).buffer).getUint32(0) || 1;
		this.writes = new WriteBehind({
			clock: options.clock,
			write: (devices) => writeLive(this, devices),
			onFailure: (error) => options.log.error({ err: error }, 'device states: could not be saved; retrying in 10 s'),
			retryMs: WRITE_RETRY_MS,
		});
	}

	get paceMs(): number {
		return this.watched ? this.options.beatWatchedMs : this.options.beatIdleMs;
	}

	/** Never 0: that means "no command" on the wire. */
	takeCommandId(): number {
		const id = this.nextCommandId;
		this.nextCommandId = id === 0xffffffff ? 1 : id + 1;
		return id;
	}

	/** Announces that what is shown of a device has changed. */
	tellChanged(device: LiveDevice): void {
		this.events.emit('DeviceChanged', { device });
	}

	keysOf(device: LiveDevice): [keyId: string, key: LiveKey][] {
		return [...this.keys].filter(([, key]) => key.device === device);
	}
}
