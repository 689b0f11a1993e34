import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { since } from '../when.ts';

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** What an owner is shown of what a guest is shown. */
export const previewWords: Words['previewWords'] = {
	open: 'Vedi ciò che vede',
	title: (name) => `Che cosa vede ${isolate(name)}`,
	lead: ({ open, at }, when) => {
		if (open) return 'Questo è ora sulla sua dashboard. Le modifiche non salvate non ci sono.';
		if (at === null) return 'Non ha più accesso.';
		return `Ora nulla: è fuori dai suoi orari. ${capital(since(when(at)))} vede questo:`;
	},
	nothing: 'Nulla.',
	looking: 'Ricerca…',
	relay: ({ reported }) => (reported === null ? 'Sconosciuto' : reported ? 'Acceso' : 'Spento'),
	may: ({ mayNotSwitch }) => (mayNotSwitch ? 'Può vedere' : 'Può comandare'),
	done: 'Fatto',
};
