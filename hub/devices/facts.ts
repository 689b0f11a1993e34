import type { LiveDevice, LiveReading, LiveRelay } from './live-device.ts';

/** What the devices tell, after it is so. */
export interface DeviceFacts {
	DeviceAdded: { device: LiveDevice };
	DeviceRemoved: { id: string };
	RelayChanged: { device: LiveDevice; relay: LiveRelay };
	PresenceChanged: { device: LiveDevice };
	ReadingTaken: { device: LiveDevice; reading: LiveReading };
	/** A copy of this device's token, or of its board, tried to connect. */
	CloneTried: { device: LiveDevice; mac: string; address: string; how: 'other-mac' | 'second-link' };
}
