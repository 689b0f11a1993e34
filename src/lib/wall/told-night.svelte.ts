import type { Night, WallView } from '$protocol/dashboard/people/wall.ts';
import { hub } from '$lib/hub/hub.ts';
import { request } from '$lib/hub/request.ts';
import { guessedNight, isNight, latest } from './night.ts';

const HOUR_MS = 3_600_000;

/** When the night of the house is, as the hub says. It is asked again every hour, because its place may be changed. */
export class ToldNight {
	#told: Night | undefined = $state.raw();
	readonly #hour = $derived(Math.floor(hub.minute / HOUR_MS));
	readonly current = $derived(latest(this.#told ?? guessedNight(hub.minute), hub.minute));
	readonly isNow = $derived(isNight(this.current, hub.minute));

	constructor() {
		$effect(() => {
			void this.#hour;
			if (hub.link === 'live')
				void request<WallView>('GET', '/wall').then((view) => {
					if (view.ok) this.#told = view.value.night;
				});
		});
	}
}
