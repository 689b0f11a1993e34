import type { Filter } from '$lib/home/arrangement.ts';

/** What somebody looks for on the page of devices. Kept while the page is left, so that Back finds the same picture. */
class HomeView {
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

export const view = new HomeView();
