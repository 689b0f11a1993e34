import { hub } from '$lib/hub/hub.ts';
import { ago, moment } from '$lib/words/format/times.ts';

/** "19:41", where the hub is out of reach and all that is shown was true then. */
export function asOf(): string | undefined {
	return hub.asOf === undefined ? undefined : moment(hub.asOf, hub.minute);
}

/** "3 minutes ago"; "19:38" while the hub is out of reach, since nothing is "just now" then. */
export function agoOrAt(at: number): string {
	return hub.asOf === undefined ? ago(at, hub.minute) : moment(at, hub.minute);
}
