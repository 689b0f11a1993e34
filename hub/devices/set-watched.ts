import type { Devices } from './devices.ts';

/** Boards told in one go, so that thousands of them do not hold the event loop. */
const TOLD_AT_ONCE = 500;

/** Somebody looks at a dashboard, or nobody does any more: the boards beat at the other pace. */
export function setWatched(devices: Devices, watched: boolean): void {
	if (devices.watched === watched) return;
	devices.watched = watched;
	tell(devices, [...devices.byId.keys()]);
}

function tell(devices: Devices, ids: string[]): void {
	for (const id of ids.splice(0, TOLD_AT_ONCE)) {
		const device = devices.byId.get(id);
		if (!device?.link || device.paceMs === devices.paceMs) continue;
		device.link.send({ case: 'pace', value: { $typeName: 'mooring.v2.Pace', beatMs: devices.paceMs } });
		device.detector.forgetLast();
		// Slower: be patient at once. Quicker: from its next beat on, the one under way may still come at the old pace.
		if (devices.paceMs > device.paceMs) device.paceMs = devices.paceMs;
		device.nextPaceMs = devices.paceMs;
	}
	if (ids.length > 0) setImmediate(() => tell(devices, ids));
}
