import { type Fault, fault } from '../../protocol/dashboard/faults.ts';
import { type Result, ok } from '../base/result.ts';
import type { Devices } from './devices.ts';
import type { LiveDevice } from './live-device.ts';

export function findDevice(devices: Devices, id: string): Result<LiveDevice, Fault> {
	const device = devices.byId.get(id);
	return device ? ok(device) : fault('no-such-device');
}

/** The device, if its board is connected and speaks Secure v2. */
export function findConnected(devices: Devices, id: string): Result<LiveDevice, Fault> {
	const found = findDevice(devices, id);
	if (!found.ok) return found;
	const { name } = found.value.record;
	if (found.value.isLegacy) return fault('legacy', { device: name });
	if (!found.value.link || found.value.presence !== 'online') return fault('not-connected', { device: name });
	return found;
}
