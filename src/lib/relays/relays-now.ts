import type { Device } from '$lib/hub/device.svelte.ts';
import { deviceDialogs } from '$lib/words/device-dialogs.ts';

/** "Lights on, Fan off": what stays as it is when a device is revoked or deleted. */
export function relaysNow(device: Device): string {
	return device.relays
		.flatMap(({ view: { name, reported } }) => (reported === null ? [] : [deviceDialogs.relayIs(name, reported)]))
		.join(', ');
}
