import type { Grant } from '$protocol/dashboard/people/people.ts';
import type { HubState } from '$lib/hub/hub-state.svelte.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { peopleWords as words } from '$words/people/people.ts';

/** The name of what a grant gives, or that it is gone. */
export function grantName(grant: Grant, state: Pick<HubState, 'devices' | 'nameOf'>): string {
	if (grant.kind === 'room') return isolate(grant.room);
	const device = state.devices.get(grant.device);
	if (!device) return words.access.gone;
	const name = isolate(state.nameOf(grant.device));
	if (grant.kind === 'device') return name;
	const relay = device.relays.find(({ view }) => view.id === grant.relay);
	return words.access.relayOf(name, relay ? isolate(relay.view.name) : undefined);
}
