import type { LiveDevice } from '../devices/live-device.ts';

/** What updates tell, after it is so. */
export interface UpdateFacts {
	/** The picture of a device's update is another. */
	UpdateChanged: { device: LiveDevice };
	/** `before`: what it ran until now, null where it never told. */
	UpdateStarted: { device: LiveDevice; before: string | null; version: string; by: string };
	/** Seen back at the hub with its new firmware: only this is success. */
	UpdateDone: { device: LiveDevice; version: string };
	UpdateFailed: { device: LiveDevice; version: string; reason: string };
}
