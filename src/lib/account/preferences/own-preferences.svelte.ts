import { NO_PREFERENCES } from '$protocol/dashboard/people/no-preferences.ts';
import type { Preferences } from '$protocol/dashboard/people/preferences.ts';
import { hub } from '$lib/hub/hub.ts';
import { request } from '$lib/hub/request.ts';
import { formats } from '$lib/words/format/formats.svelte.ts';
import { storedLanguage, switchLanguage, takePicked } from './switch-language.ts';

/** What this browser speaks, until the hub has answered. */
const inForce = (): Preferences => ({
	...NO_PREFERENCES,
	...formats.chosen,
	language: storedLanguage() as Preferences['language'],
});

/** How the dashboard speaks to this person. A change is saved at once, one request after another. */
class OwnPreferences {
	#unsaved: Preferences | undefined = $state.raw();
	#saving: Promise<void> = Promise.resolve();

	/** as the form shows them */
	get current(): Preferences {
		return this.#unsaved ?? hub.preferences ?? inForce();
	}

	change(change: Partial<Preferences>): void {
		const wanted = { ...this.current, ...change };
		this.#unsaved = wanted;
		this.#saving = this.#saving.then(() => this.#save(wanted));
	}

	/** Puts in force what the hub has of this person. A language that they picked before the sign-in is newer than that. */
	follow(preferences: Preferences): void {
		formats.choose(preferences);
		const picked = takePicked();
		if (picked !== undefined && picked !== preferences.language) this.change({ language: picked });
		else if (!this.#unsaved) switchLanguage(preferences.language);
	}

	forget(): void {
		this.#unsaved = undefined;
	}

	async #save(wanted: Preferences): Promise<void> {
		const saved = await request('PUT', '/account/preferences', wanted);
		if (!saved.ok) hub.fail(saved.error);
		if (this.#unsaved !== wanted) return; // a newer change waits, or the session has ended
		this.#unsaved = undefined;
		if (!saved.ok) return;
		hub.preferences = wanted;
		this.follow(wanted);
	}
}

export const ownPreferences = new OwnPreferences();
hub.onStop(() => ownPreferences.forget());
