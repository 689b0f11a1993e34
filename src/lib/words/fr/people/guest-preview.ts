import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';

/** What an owner is shown of what a guest is shown. */
export const previewWords: Words['previewWords'] = {
	open: 'Afficher ce qui est visible',
	title: (name) => `Ce que voit ${isolate(name)}`,
	lead: ({ open, at }, when) => {
		if (open) return 'Voici son tableau de bord en ce moment. Les modifications non enregistrées n’y figurent pas.';
		if (at === null) return 'Cette personne n’a plus aucun accès.';
		return `Rien en ce moment, en dehors de ses heures. Prochaine ouverture (${when(at)}) :`;
	},
	nothing: 'Rien.',
	looking: 'Recherche…',
	relay: ({ reported }) => (reported === null ? 'Inconnu' : reported ? 'Allumé' : 'Éteint'),
	may: ({ mayNotSwitch }) => (mayNotSwitch ? 'Peut voir' : 'Peut commander'),
	done: 'Terminé',
};
