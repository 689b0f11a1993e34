import type { UpdatesView } from '$protocol/dashboard/updates.ts';
import { hub } from '../hub/hub.ts';
import { request } from '../hub/request.ts';

export type OutdatedView = UpdatesView['outdated'][number];

/** The devices whose boards run older firmware than the hub offers. */
class Outdated {
	/** by device id; empty until it has been read */
	current: ReadonlyMap<string, OutdatedView> = $state.raw(new Map());
	/** whether the hub has answered at least once */
	known = $state(false);

	/** Reads the list while a component is on the page: at first, and whenever the firmware of a board changes. */
	follow(): void {
		const firmwares = $derived([...hub.devices.values()].map(({ id, vitals }) => `${id} ${vitals.firmware}`).join());
		$effect(() => {
			if (hub.link === 'live' && firmwares !== '') void this.#ask();
			else if (hub.link === 'live') this.known = true;
		});
	}

	/** Reads it again: the hub has other firmware. */
	reread(): void {
		void this.#ask();
	}

	take({ outdated }: UpdatesView): void {
		this.current = new Map(outdated.map((view) => [view.device, view]));
		this.known = true;
	}

	forget(): void {
		this.current = new Map();
		this.known = false;
	}

	async #ask(): Promise<void> {
		const asked = await request<UpdatesView>('GET', '/updates');
		if (asked.ok) this.take(asked.value);
	}
}
export const outdated = new Outdated();
hub.onStop(() => outdated.forget());
