import { hub } from '$lib/hub/hub.ts';
import { moment } from '$lib/words.ts';

/** "19:41", where the hub is out of reach and all that is shown was true then. */
export function asOf(): string | undefined {
	return hub.asOf === undefined ? undefined : moment(hub.asOf, hub.minute);
}
