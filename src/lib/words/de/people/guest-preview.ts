import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';

/** What an owner is shown of what a guest is shown. */
export const previewWords: Words['previewWords'] = {
	open: 'Ansicht des Gasts zeigen',
	title: (name) => `Was ${isolate(name)} sieht`,
	lead: ({ open, at }, when) => {
		if (open) return 'Das steht jetzt im Dashboard des Gasts. Nicht gespeicherte Änderungen fehlen.';
		if (at === null) return 'Der Gast hat keinen Zugang mehr.';
		return `Jetzt nichts, außerhalb der Zeiten. Zu sehen ist dies ab ${when(at)}:`;
	},
	nothing: 'Nichts.',
	looking: 'Wird geladen…',
	relay: ({ reported }) => (reported === null ? 'Unbekannt' : reported ? 'An' : 'Aus'),
	may: ({ mayNotSwitch }) => (mayNotSwitch ? 'Darf sehen' : 'Darf schalten'),
	done: 'Fertig',
};
