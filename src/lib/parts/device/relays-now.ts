import type { Device } from '$lib/hub/device.svelte.ts';
import { deviceWords } from '$lib/words/device.ts';

/** "Lights on, Fan off": what stays as it is when a device is revoked or deleted. */
export function relaysNow(device: Device): string {
	return device.relays
		.flatMap(({ view: { name, reported } }) => (reported === null ? [] : [deviceWords.dialogs.relayIs(name, reported)]))
		.join(', ');
}
