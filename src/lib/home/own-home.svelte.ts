import type { HomeLayout } from '$protocol/dashboard/home.ts';
import { hub } from '$lib/hub/hub.ts';
import { request } from '$lib/hub/request.ts';

/** Between two requests: the hub takes so many changes an hour, and each press of an arrow key is one. */
const PAUSE_MS = 1_000;

/**
 * How this person has arranged their Home. A change is shown at once and saved one request at a time, always in its newest
 * state. While the hub is out of reach it is only shown, and the hub's own comes back with it.
 */
class OwnHome {
	#unsaved: HomeLayout | undefined = $state.raw();
	#dirty = false;
	#saving: Promise<void> | undefined;

	get layout(): HomeLayout {
		return this.#unsaved ?? hub.home;
	}

	change(layout: HomeLayout): void {
		if (hub.link !== 'live') return void (hub.home = layout);
		this.#unsaved = layout;
		this.#dirty = true;
		this.#saving ??= this.#save().finally(() => (this.#saving = undefined));
	}

	forget(): void {
		this.#unsaved = undefined;
		this.#dirty = false;
	}

	async #save(): Promise<void> {
		while (this.#dirty) {
			this.#dirty = false;
			const layout = this.#unsaved!;
			const saved = await request('PUT', '/account/home', layout);
			if (saved.ok && !this.#dirty) hub.home = layout;
			if (!saved.ok) {
				hub.fail(saved.error);
				this.#dirty = false;
			}
			if (this.#dirty) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
		}
		this.#unsaved = undefined;
	}
}

export const ownHome = new OwnHome();
hub.onStop(() => ownHome.forget());
