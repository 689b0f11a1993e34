import type { Words } from '$lib/words/all-words.ts';
import { plural } from '$lib/words/format/plural.ts';

/** What the owner of a new house does next, on Home. */
export const firstStepWords: Words['firstStepWords'] = {
	title: 'Premiers pas',
	sum: (done, of) => `${done} sur ${of} ${plural(done, { one: 'terminé', other: 'terminés' })}`,
	hide: 'Masquer',
	hideHint: 'Masquer définitivement les premiers pas',
	hidden: 'Masqués. Vous retrouvez tout dans le menu.',
	done: 'Terminé :',
	steps: {
		board: ['Ajouter une carte', 'Une vraie, ou une virtuelle pour essayer'],
		people: ['Inviter quelqu’un', 'Pour commander depuis son propre téléphone'],
		backup: ['Configurer une sauvegarde', 'Pour le jour où la carte mémoire lâche'],
		https: ['Activer HTTPS', 'Pour installer l’app et flasher par USB'],
	},
};
