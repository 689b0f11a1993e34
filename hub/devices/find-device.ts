import { type Result, fault, ok } from '../base/result.ts';
import type { Devices } from './devices.ts';
import type { DeviceFault } from './faults.ts';
import type { LiveDevice } from './live-device.ts';

export function findDevice(devices: Devices, id: string): Result<LiveDevice, DeviceFault> {
	const device = devices.byId.get(id);
	return device ? ok(device) : fault('no-such-device', 'This device is not on the hub any more.');
}

/** The device, where its board is on the line and speaks Secure v2. */
export function findConnected(devices: Devices, id: string): Result<LiveDevice, DeviceFault> {
	const found = findDevice(devices, id);
	if (!found.ok) return found;
	const { name } = found.value.record;
	if (found.value.isLegacy)
		return fault('legacy', `${name} has older firmware that cannot do this. Upgrade it to Secure v2 first.`);
	if (!found.value.link || found.value.presence !== 'online')
		return fault('board-not-connected', `${name} is not connected. Nothing was changed.`);
	return found;
}
