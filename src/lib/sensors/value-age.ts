import type { ReadingView } from '$protocol/dashboard/devices.ts';
import type { Device } from '$lib/hub/device.svelte.ts';
import { hub } from '$lib/hub/hub.ts';

/** A board reports every value at least once a minute, so an older value is out of date. */
const FRESH_MS = 5 * 60_000;

/** If a value may be out of date, the time it was measured, Unix ms; undefined while it is fresh. */
export function staleSince(device: Device, { at }: Pick<ReadingView, 'at'>): number | undefined {
	const fresh = hub.link === 'live' && device.presence.state === 'online' && hub.minute - at < FRESH_MS;
	return fresh ? undefined : at;
}
