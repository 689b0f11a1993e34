import type { Devices } from './devices.ts';
import type { LiveDevice } from './live-device.ts';

/** Devices in one turn of the event loop, so that thousands of them do not hold it up. */
const DEVICES_A_TURN = 500;

/** Calls `act` for every device there is now, the first of them at once; one that is deleted meanwhile is left out. */
export function forEachDevice(
	devices: Devices,
	act: (device: LiveDevice) => void,
	ids: string[] = [...devices.byId.keys()],
): void {
	for (const id of ids.splice(0, DEVICES_A_TURN)) {
		const device = devices.byId.get(id);
		if (device) act(device);
	}
	if (ids.length > 0) setImmediate(() => forEachDevice(devices, act, ids));
}
