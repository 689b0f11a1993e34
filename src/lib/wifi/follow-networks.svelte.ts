import { untrack } from 'svelte';
import type { NetworkList, NetworkView } from '$protocol/dashboard/wifi-networks.ts';
import { hub } from '$lib/hub/hub.ts';
import { Reread } from '$lib/people/reread.svelte.ts';
import type { WifiDraft } from './wifi-draft.svelte.ts';

/** The networks that the hub keeps, read again whenever they change. Call when the component is made. */
export function followNetworks(): { readonly current: NetworkView[] | undefined } {
	const list = new Reread<NetworkList>('/wifi-networks', (error) => hub.fail(error));
	$effect(() => {
		void hub.link;
		list.read();
	});
	$effect(() => hub.onNetworks(() => list.read()));
	$effect(() => () => list.stop());
	return {
		get current() {
			return list.current?.networks;
		},
	};
}

/** Offers them in a form, as soon as there is one. */
export function offerNetworks(draft: () => WifiDraft | undefined): void {
	const networks = followNetworks();
	$effect(() => {
		const [form, { current }] = [draft(), networks];
		if (form && current) untrack(() => form.offer(current));
	});
}
