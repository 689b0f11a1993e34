import { pino } from 'pino';
import { personActor } from '../../hub/base/actor.ts';
import type { Clock } from '../../hub/base/clock.ts';
import { systemRandom } from '../../hub/base/random.ts';
import type { HouseHold } from '../../hub/devices/config/hold.ts';
import { Devices, type DevicesOptions, type LiveKey } from '../../hub/devices/devices.ts';
import { type DeviceRecord, type LiveDevice } from '../../hub/devices/live-device.ts';
import { newRecord } from '../../hub/devices/new-record.ts';
import { DevicePlan } from '../../protocol/dashboard/plan.ts';

/** Neither a pause nor a vacation. */
export const NO_HOUSE_HOLD: HouseHold = { pausedUntil: 0, vacation: null, varySecret: 'secret' };

export const ANNA = personActor({ id: 'anna', name: 'Anna' });
export const BEN = personActor({ id: 'ben', name: 'Ben' });

/** A plan with defaults for what a test does not say. */
export function planOf(plan: Partial<Parameters<typeof DevicePlan.parse>[0] & object>): DevicePlan {
	return DevicePlan.parse({ relays: [], sensors: [], ...plan });
}

/** The record of "Boiler", a virtual board, with `change` applied. */
export function recordOf(change: Partial<DeviceRecord> = {}): DeviceRecord {
	const made = newRecord({
		id: 'd',
		name: 'Boiler',
		mac: '02AABBCCDDEE',
		board: 'virtual',
		ownerId: 'u',
		claimedAt: 0,
		plan: planOf({}),
		position: 0,
	});
	return { ...made, ...change };
}

/** Devices without a database, for tests of what is only in memory. */
export function devicesInMemory(clock: Clock): Devices {
	const options: Partial<DevicesOptions> = {
		clock,
		random: systemRandom,
		log: pino({ level: 'silent' }),
		beatWatchedMs: 300,
		beatIdleMs: 2_000,
		place: () => ({ timeZone: 'UTC0', at: null }),
		house: () => NO_HOUSE_HOLD,
	};
	return new Devices(options as DevicesOptions);
}

/** A key of this device that its board has used already. */
export function provenKey(device: LiveDevice): LiveKey {
	return { device, key: new Uint8Array(32), createdAt: 0, proven: true };
}
