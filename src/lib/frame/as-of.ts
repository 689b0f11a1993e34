import type { ReadingView } from '$protocol/dashboard/devices.ts';
import type { Device } from '$lib/hub/device.svelte.ts';
import { hub } from '$lib/hub/hub.ts';
import { ago, moment } from '$lib/words/format/times.ts';

/** A board reports every value at least once a minute, so an older value is out of date. */
const FRESH_MS = 5 * 60_000;

/** While the hub is out of reach: the time at which everything shown was known, "19:41". */
export function asOf(): string | undefined {
	return hub.asOf === undefined ? undefined : moment(hub.asOf, hub.minute);
}

/** "3 minutes ago"; while the hub is out of reach "19:38", because an age would go stale. */
export function agoOrAt(at: number): string {
	return hub.asOf === undefined ? ago(at, hub.minute) : moment(at, hub.minute);
}

/** If a sensor's value may be out of date, the time it was measured, Unix ms; undefined while it is fresh. */
export function staleSince(device: Device, { at }: Pick<ReadingView, 'at'>): number | undefined {
	const fresh = hub.link === 'live' && device.presence.state === 'online' && hub.minute - at < FRESH_MS;
	return fresh ? undefined : at;
}
