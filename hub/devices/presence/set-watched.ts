import type { Devices } from '../devices.ts';
import { forEachDevice } from '../for-each-device.ts';
import type { LiveDevice } from '../live-device.ts';

/** Boards beat faster while somebody looks at a dashboard. */
export function setWatched(devices: Devices, watched: boolean): void {
	if (devices.watched === watched) return;
	devices.watched = watched;
	forEachDevice(devices, (device) => {
		// Compare with the pace that was sent last: the one in force changes only with the board's next beat.
		if (!device.link || device.nextPaceMs === devices.paceMs) return;
		// A board that is being probed is sent the pace when the probe ends.
		if (!device.newcomer) tellPace(devices, device);
	});
}

export function tellPace(devices: Devices, device: LiveDevice): void {
	const { paceMs } = devices;
	device.link?.send({ case: 'pace', value: { $typeName: 'mooring.v2.Pace', beatMs: paceMs } });
	device.detector.forgetLast();
	// Expect a slower pace at once, but a faster one only from the next beat on: that one may still come at the old pace.
	if (paceMs > device.paceMs) device.paceMs = paceMs;
	device.nextPaceMs = paceMs;
}
