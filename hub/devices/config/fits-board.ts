import { PAUSE_FOREVER_AT } from '../../../protocol/dashboard/limits.ts';
import type { DevicePlan } from '../../../protocol/dashboard/plan.ts';
import type { Wifi } from '../../../protocol/dashboard/shapes.ts';
import { type Fault, fault } from '../../../protocol/dashboard/faults.ts';
import { type Result, ok } from '../../base/result.ts';
import type { Devices } from '../devices.ts';
import type { LiveDevice } from '../live-device.ts';
import { capacityOf, partTooMany } from './capacity.ts';
import { configureOf } from './encode-config.ts';
import { type Pauses, holdOf, pausesOf, wireHold } from './hold.ts';
import { secondWifi } from './push-config.ts';
import { configMessages } from './send-config.ts';

const MOST_REVISION = 0xffff_ffff;

/**
 * Whether a board has room for a configuration, also once the house is paused and has a vacation: neither may fail because of
 * one board. What is not in `change` stays as it is.
 */
export function checkFits(
	devices: Devices,
	device: LiveDevice,
	change: { plan?: DevicePlan; pauses?: Pauses; wifi?: Wifi | null },
): Result<void, Fault> {
	const { record } = device;
	const { clock, house, place } = devices.options;
	const plan = change.plan ?? record.plan;
	const capacity = capacityOf(device);
	const tooMany = change.plan && partTooMany(capacity, plan);
	if (tooMany) return fault('too-many-for-board', { device: record.name, ...tooMany });
	const pauses = pausesOf(change.pauses ?? record.pauses, plan);
	const wifi = change.wifi === undefined ? secondWifi(devices, device) : (change.wifi ?? undefined);
	const vacation = { from: PAUSE_FOREVER_AT, until: PAUSE_FOREVER_AT };
	const hold = holdOf({ ...house(), pausedUntil: PAUSE_FOREVER_AT, vacation }, { id: record.id, pauses });
	const value = configureOf({
		board: record.board,
		revision: MOST_REVISION,
		plan,
		place: place(),
		wifi,
		hold: wireHold(hold, pauses, plan, clock.now()),
	});
	return configMessages(value, capacity) ? ok() : fault('too-much-for-board', { device: record.name });
}
