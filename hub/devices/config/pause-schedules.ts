import { type Fault, fault } from '../../../protocol/dashboard/faults.ts';
import type { Actor } from '../../base/actor.ts';
import { type Result, ok } from '../../base/result.ts';
import type { Devices } from '../devices.ts';
import { findDevice } from '../find-device.ts';
import { changeRecord, nextRevision } from './change-record.ts';
import { checkFits } from './fits-board.ts';
import type { Pauses } from './hold.ts';
import { pushConfig } from './push-config.ts';

/**
 * Pauses all schedules of a device, or one of them, until a moment (Unix ms of a whole minute); 0 ends the pause. It is
 * part of the board's configuration: the board keeps it, and ends it by itself.
 */
export function pauseSchedules(
	devices: Devices,
	wish: { id: string; schedule: number | null; until: number; by: Actor },
): Promise<Result<void, Fault>> {
	const { id, schedule, until, by } = wish;
	return devices.locks.run(id, async () => {
		const found = findDevice(devices, id);
		if (!found.ok) return found;
		const device = found.value;
		const { record } = device;
		if (device.isLegacy) return fault('legacy', { device: record.name });
		const planned = record.plan.schedules.find((one) => one.id === schedule);
		if (schedule !== null && !planned) return fault('no-such-schedule', { device: record.name });
		const before = schedule === null ? record.pauses.device : (record.pauses.schedules[schedule] ?? 0);
		if (before === until) return ok();
		const pauses = schedule === null ? { ...record.pauses, device: until } : paused(record.pauses, schedule, until);
		const fits = checkFits(devices, device, { pauses });
		if (!fits.ok && until > 0) return fits;
		await changeRecord(devices, device, { pauses, ...nextRevision(devices, record) });
		pushConfig(devices, device);
		devices.events.emit('SchedulesPaused', { device, schedule: planned ?? null, until, by });
		devices.tellChanged(device);
		return ok();
	});
}

function paused(pauses: Pauses, schedule: number, until: number): Pauses {
	const others = Object.entries(pauses.schedules).filter(([id]) => Number(id) !== schedule);
	return { ...pauses, schedules: Object.fromEntries(until > 0 ? [...others, [schedule, until]] : others) };
}
