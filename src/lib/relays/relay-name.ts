import { tellApart } from '$lib/hub/tell-apart.ts';
import { words } from '$lib/words.ts';

/** The name of a relay, with a suffix if another relay of its device has the same name. */
export function relayNameOf(relays: readonly { id: number; name: string }[], id: number): string {
	const all = relays.map(({ id, name }) => ({ id, name, marks: [words.devices.relayMark(id)] }));
	return tellApart(all, words.devices.apart).get(id) ?? '';
}
