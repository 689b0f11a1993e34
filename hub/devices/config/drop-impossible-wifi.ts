import { Wifi } from '../../../protocol/dashboard/shapes.ts';
import { setSecondWifi } from './configure-device.ts';
import type { Devices } from '../devices.ts';
import type { LiveDevice } from '../live-device.ts';
import { secondWifi } from './push-config.ts';

/**
 * Older hubs counted characters where boards count bytes, and accepted second networks that no board has room for. A
 * board refuses every configuration with such a network, so it is removed.
 */
export async function dropImpossibleWifi(devices: Devices): Promise<void> {
	const { log } = devices.options;
	for (const device of [...devices.byId.values()]) {
		const { id, wifiName, sealedWifi } = device.record;
		try {
			if (sealedWifi === null || isPossible(devices, device)) continue;
			const dropped = await setSecondWifi(devices, { id, wifi: null, by: null });
			if (dropped.ok)
				log.warn({ device: id, ssid: wifiName }, 'second Wi-Fi: no board can use this network; it was removed');
		} catch (error) {
			log.error({ err: error, device: id }, 'second Wi-Fi: could not be checked; retrying at the next start');
		}
	}
}

function isPossible(devices: Devices, device: LiveDevice): boolean {
	return Wifi.safeParse(secondWifi(devices, device)).success;
}
