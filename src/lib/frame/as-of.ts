import { hub } from '$lib/hub/hub.ts';
import { ago, moment } from '$lib/words/format/times.ts';

/** While the hub is out of reach: the time at which everything shown was known, "19:41". */
export function asOf(): string | undefined {
	return hub.asOf === undefined ? undefined : moment(hub.asOf, hub.minute);
}

/** "3 minutes ago"; while the hub is out of reach "19:38", because an age would go stale. */
export function agoOrAt(at: number): string {
	return hub.asOf === undefined ? ago(at, hub.minute) : moment(at, hub.minute);
}
