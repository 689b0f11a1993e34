import type { Device } from '$lib/hub/device.svelte.ts';
import { deviceDialogs } from '$lib/words/device-dialogs.ts';

/** "Lights on, Fan off": the states in which the relays stay when their device is revoked or deleted. */
export function relaysNow(device: Device): string {
	return device.relays
		.flatMap(({ view: { name, reported } }) => (reported === null ? [] : [deviceDialogs.relayIs(name, reported)]))
		.join(', ');
}
