import { Wifi } from '../../protocol/dashboard.ts';
import { setSecondWifi } from './configure-device.ts';
import type { Devices } from './devices.ts';
import type { LiveDevice } from './live-device.ts';
import { secondWifi } from './push-config.ts';

/**
 * Older hubs counted letters where boards count bytes, and took second networks that no board has room for: then the board
 * refuses this configuration and every one after it. Such a network is taken away, so that the next one is applied.
 */
export async function dropImpossibleWifi(devices: Devices): Promise<void> {
	for (const device of [...devices.byId.values()]) {
		if (device.record.sealedWifi === null || isPossible(devices, device)) continue;
		const { id, wifiName } = device.record;
		const { log } = devices.options;
		const dropped = await setSecondWifi(devices, { id, wifi: null, by: null });
		if (dropped.ok) log.warn({ device: id, ssid: wifiName }, 'no board can use this second Wi-Fi; it was taken away');
	}
}

function isPossible(devices: Devices, device: LiveDevice): boolean {
	return Wifi.safeParse(secondWifi(devices, device)).success;
}
