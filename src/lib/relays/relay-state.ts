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

/** For somebody who may only see it: what others ask of it is not their business before the board has reported it. */
export function seenPictureOf(device: Device, relay: Relay): Extract<RelayPicture, 'off' | 'on' | 'unknown'> {
	const picture = pictureOf(device, relay);
	return picture === 'unknown' ? picture : relay.view.reported ? 'on' : 'off';
}

/** Switches it to the other state; a push button is pushed. */
export function toggle(device: Device, { view, wanted }: Relay): void {
	void hub.setRelay(device, view.id, view.pulseMs > 0 || !(wanted ?? view.reported));
}
