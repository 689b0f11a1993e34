import { inLaterTurn } from '../base/clock.ts';
import type { Devices } from './devices.ts';
import type { LiveDevice } from './live-device.ts';

/** Devices handled in one turn of the event loop, so that thousands of them do not block it. */
const DEVICES_A_TURN = 500;

/** Calls `act` for every present device, the first ones at once. Leaves out a device that is deleted meanwhile. */
export function forEachDevice(
	devices: Devices,
	act: (device: LiveDevice) => void,
	ids: string[] = [...devices.byId.keys()],
): void {
	for (const id of ids.splice(0, DEVICES_A_TURN)) {
		const device = devices.byId.get(id);
		if (device) act(device);
	}
	if (ids.length > 0) inLaterTurn(() => forEachDevice(devices, act, ids));
}
