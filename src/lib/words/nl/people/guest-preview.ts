import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';

/** What an owner is shown of what a guest is shown. */
export const previewWords: Words['previewWords'] = {
	open: 'Bekijk wat deze gast ziet',
	title: (name) => `Wat ${isolate(name)} ziet`,
	lead({ open, at }, when) {
		if (open) return 'Dit staat nu op het dashboard van deze gast. Niet-opgeslagen wijzigingen doen niet mee.';
		if (at === null) return 'Deze gast heeft geen toegang meer.';
		return `Nu niets: het is buiten de vaste uren. Vanaf ${when(at)} is dit te zien:`;
	},
	nothing: 'Niets.',
	looking: 'Wordt opgezocht…',
	relay: ({ reported }) => (reported === null ? 'Onbekend' : reported ? 'Aan' : 'Uit'),
	may: ({ mayNotSwitch }) => (mayNotSwitch ? 'Mag zien' : 'Mag schakelen'),
	done: 'Klaar',
};
