import type { Device, Relay } from '$lib/hub/device.svelte.ts';
import { hub } from '$lib/hub/hub.ts';

/** The five pictures of a switch. */
export type RelayPicture = 'off' | 'on' | 'sending' | 'failed' | 'unknown';

export function pictureOf(device: Device, { view, wanted }: Relay): RelayPicture {
	if (hub.link !== 'live' || device.presence.state !== 'online' || view.reported === null) return 'unknown';
	if (wanted !== null) return 'sending';
	if (view.failure) return 'failed';
	return view.reported ? 'on' : 'off';
}

/** Switches it to the other state; a push button is pushed. */
export function toggle(device: Device, { view, wanted }: Relay): void {
	void hub.setRelay(device, view.id, view.pulseMs > 0 || !(wanted ?? view.reported));
}
