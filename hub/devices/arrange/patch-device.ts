import type { Fault } from '../../../protocol/dashboard/faults.ts';
import type { Actor } from '../../base/actor.ts';
import { type Result, ok } from '../../base/result.ts';
import { changeRecord } from '../config/change-record.ts';
import type { Devices } from '../devices.ts';
import { findDevice } from '../find-device.ts';
import type { LiveDevice } from '../live-device.ts';

/** Renames a device, or moves it to another room (null: to none). Names and rooms exist only on the hub. */
export function patchDevice(
	devices: Devices,
	wish: {
		id: string;
		name?: string | undefined;
		room?: string | null | undefined;
		by: Actor;
		/** whether it may be moved from the one room to the other */
		mayMove: (from: string | null, to: string | null) => Promise<Result<void, Fault>>;
	},
): Promise<Result<LiveDevice, Fault>> {
	return devices.locks.run(wish.id, async () => {
		const found = findDevice(devices, wish.id);
		if (!found.ok) return found;
		const device = found.value;
		const { by } = wish;
		const before = { name: device.record.name, room: device.record.room };
		const { name = before.name, room = before.room } = wish;
		if (name === before.name && room === before.room) return ok(device);
		const mayMove = room === before.room ? ok() : await wish.mayMove(before.room, room);
		if (!mayMove.ok) return mayMove;
		await changeRecord(devices, device, { name, room });
		if (name !== before.name) devices.events.emit('DeviceRenamed', { device, before: before.name, by });
		if (room !== before.room) devices.events.emit('DeviceMoved', { device, before: before.room, by });
		devices.tellChanged(device);
		return ok(device);
	});
}
