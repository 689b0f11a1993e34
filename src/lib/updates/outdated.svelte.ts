import type { UpdatesView } from '$protocol/dashboard/updates.ts';
import { hub } from '../hub/hub.ts';
import { request } from '../hub/request.ts';

export type OutdatedView = UpdatesView['outdated'][number];

/** The devices whose boards run older firmware than the hub has. */
class Outdated {
	/** by the device's id; empty until it was asked for */
	current: ReadonlyMap<string, OutdatedView> = $state.raw(new Map());
	/** false until the hub has answered once */
	known = $state(false);

	/** For the life of a component: asks, and asks anew when a board has come with another firmware. */
	follow(): void {
		const firmwares = $derived([...hub.devices.values()].map(({ id, vitals }) => `${id} ${vitals.firmware}`).join());
		$effect(() => {
			if (hub.link === 'live' && firmwares !== '') void this.#ask();
			else if (hub.link === 'live') this.known = true;
		});
	}

	take({ outdated }: UpdatesView): void {
		this.current = new Map(outdated.map((view) => [view.device, view]));
		this.known = true;
	}

	async #ask(): Promise<void> {
		const asked = await request<UpdatesView>('GET', '/updates');
		if (asked.ok) this.take(asked.value);
	}
}
export const outdated = new Outdated();
