import { tellApart } from '$lib/hub/tell-apart.ts';
import { words } from '$lib/words.ts';

/** What a relay is called among those of its device, where two may have the same name. */
export function relayNameOf(relays: readonly { id: number; name: string }[], id: number): string {
	const all = relays.map(({ id, name }) => ({ id, name, marks: [words.devices.relayMark(id)] }));
	return tellApart(all, words.devices.apart).get(id) ?? '';
}
