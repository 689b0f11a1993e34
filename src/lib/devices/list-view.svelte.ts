import type { Filter } from '$lib/devices/filters.ts';
import { hub } from '$lib/hub/hub.ts';

/** Search and filter of the devices page. They outlive the page, so that Back shows the same devices. */
class ListView {
	text = $state('');
	filter: Filter = $state('all');

	get narrowed(): boolean {
		return this.text.trim() !== '' || this.filter !== 'all';
	}

	reset(): void {
		this.text = '';
		this.filter = 'all';
	}
}

export const view = new ListView();
hub.onStop(() => view.reset());
