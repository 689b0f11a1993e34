import type { Device } from '$lib/hub/device.svelte.ts';
import { tellApart } from '$lib/device/tell-apart.ts';
import { deviceDialogs } from '$words/device/device-dialogs.ts';
import { words } from '$words/words.ts';

/** The name of a relay, with a suffix if another relay of its device has the same name. */
export function relayNameOf(relays: readonly { id: number; name: string }[], id: number): string {
	const all = relays.map(({ id, name }) => ({ id, name, marks: [words.devices.relayMark(id)] }));
	return tellApart(all, words.devices.apart).get(id) ?? '';
}

/** "Lights on, Fan off": the states in which the relays stay when their device is revoked or deleted. */
export function relaysNow(device: Device): string {
	return device.relays
		.flatMap(({ view: { name, reported } }) => (reported === null ? [] : [deviceDialogs.relayIs(name, reported)]))
		.join(', ');
}
