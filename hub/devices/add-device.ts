import type { Devices } from './devices.ts';
import type { LiveDevice } from './live-device.ts';

/** Makes a device known to the running hub; its row is committed already. */
export function addDevice(devices: Devices, device: LiveDevice): void {
	devices.byId.set(device.record.id, device);
	devices.events.emit('DeviceAdded', { device });
}
