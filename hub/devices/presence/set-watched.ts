import type { Devices } from '../devices.ts';
import { forEachDevice } from '../for-each-device.ts';
import type { LiveDevice } from '../live-device.ts';

/** Somebody looks at a dashboard, or nobody does any more: the boards beat at the other pace. */
export function setWatched(devices: Devices, watched: boolean): void {
	if (devices.watched === watched) return;
	devices.watched = watched;
	forEachDevice(devices, (device) => {
		// What was sent last counts, not the pace in force: that one changes with the board's next beat only.
		if (!device.link || device.nextPaceMs === devices.paceMs) return;
		// A board that is being probed is told when that is over.
		if (!device.newcomer) tellPace(devices, device);
	});
}

/** Tells a board the present pace. */
export function tellPace(devices: Devices, device: LiveDevice): void {
	const { paceMs } = devices;
	device.link?.send({ case: 'pace', value: { $typeName: 'mooring.v2.Pace', beatMs: paceMs } });
	device.detector.forgetLast();
	// Slower: be patient at once. Quicker: from its next beat on, the one under way may still come at the old pace.
	if (paceMs > device.paceMs) device.paceMs = paceMs;
	device.nextPaceMs = paceMs;
}
