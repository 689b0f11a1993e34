import type { MikroORM } from '@mikro-orm/sqlite';
import type { Logger } from 'pino';
import type { Clock } from '../base/clock.ts';
import { Events } from '../base/events.ts';
import { Pulse } from '../base/pulse.ts';
import type { Random } from '../base/random.ts';
import { type Dependents, NO_DEPENDENTS } from './dependents.ts';
import type { Place } from './config/encode-config.ts';
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
}

/** A device key in memory: found by its id while a board shakes hands. */
export interface LiveKey {
	device: LiveDevice;
	key: Uint8Array;
	/** Unix ms */
	createdAt: number;
	/** its board has connected with it once */
	proven: boolean;
}

/** How long a failed database write waits for another try. */
const WRITE_RETRY_MS = 10_000;

/** The devices of the running hub. A holder of state only: what happens to them stands in the operations beside it. */
export class Devices {
	readonly byId = new Map<string, LiveDevice>();
	/** by key id in hex */
	readonly keys = new Map<string, LiveKey>();
	/** devices with polling firmware, by the hash of their token; a token that was upgraded may still stand here */
	readonly legacyTokens = new Map<string, LiveDevice>();
	/** ids of keys that were revoked, so that their boards are told why they are refused */
	readonly revokedKeys = new Map<string, LiveDevice>();
	readonly events: Events<DeviceFacts>;
	readonly options: DevicesOptions;
	readonly writes: WriteBehind<LiveDevice>;
	/** when the hub itself did not run */
	readonly pulse: Pulse;
	/** sensor samples not yet written */
	readonly samples: {
		deviceId: string;
		sensor: number;
		unit: 'celsius' | 'percent' | 'hectopascal';
		at: number;
		value: number;
	}[] = [];
	/** what changes a device's tokens or its plan, one after the other for each device */
	readonly turns = new KeyedMutex();
	/** set once, where the hub is put together */
	dependents: Dependents = NO_DEPENDENTS;
	watched = false;
	nextCommandId: number;

	constructor(options: DevicesOptions) {
		this.options = options;
		this.pulse = new Pulse(options.clock);
		this.events = new Events((error) => options.log.error({ err: error }, 'a listener failed'));
		this.nextCommandId = new DataView(options.random.bytes(4).buffer).getUint32(0) || 1;
		this.writes = new WriteBehind({
			clock: options.clock,
			write: (devices) => writeLive(this, devices),
			onFailure: (error) =>
				options.log.error({ err: error }, 'what the boards said could not be written; trying again'),
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

	/** Says that what is shown of a device is another. */
	tellChanged(device: LiveDevice): void {
		this.events.emit('DeviceChanged', { device });
	}

	keysOf(device: LiveDevice): [keyId: string, key: LiveKey][] {
		return [...this.keys].filter(([, key]) => key.device === device);
	}
}
