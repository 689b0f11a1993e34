import type { ReadingView } from '$protocol/dashboard/devices.ts';
import type { Device } from '$lib/hub/device.svelte.ts';
import { hub } from '$lib/hub/hub.ts';

/** A board tells every value at least once a minute; one that missed several is not what is so now. */
const FRESH_MS = 5 * 60_000;

/** Since when a value is not known to hold any more, Unix ms; undefined while it is fresh. */
export function staleSince(device: Device, { at }: Pick<ReadingView, 'at'>): number | undefined {
	const fresh = hub.link === 'live' && device.presence.state === 'online' && hub.minute - at < FRESH_MS;
	return fresh ? undefined : at;
}
