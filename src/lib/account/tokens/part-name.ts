import type { House } from '$lib/hub/house.svelte.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { tokenWords } from '$lib/words/people/api-tokens.ts';
import type { Part } from './token-draft.svelte.ts';

/** The name of a relay or scene; undefined if it is gone. */
export function partName(part: Part, house: Pick<House, 'devices' | 'scenes' | 'nameOf'>): string | undefined {
	if (part.kind === 'scene') {
		const scene = house.scenes.get(part.scene);
		return scene && isolate(scene.name);
	}
	const relay = house.devices.get(part.device)?.relays.find(({ view }) => view.id === part.relay);
	return relay && tokenWords.form.relayOf(relay.view.name, house.nameOf(part.device));
}
