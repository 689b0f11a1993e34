import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { plural } from '$lib/words/format/plural.ts';

const partly = (done: number, of: number) => `${done} sur ${of} ${plural(done, { one: 'fait', other: 'faits' })}`;

/** What a scene that ran has done, and undoing it. */
export const runWords: Words['runWords'] = {
	did: (name) => `${isolate(name)} : terminé.`,
	didPartly: (done, of, failed) =>
		failed.length === 1
			? `${partly(done, of)}. ${isolate(failed[0]!.relayName)} : ${failed[0]!.message ?? 'non exécuté.'}`
			: `${partly(done, of)}. ${failed.length} relais n’ont pas suivi.`,
	show: 'Afficher',
	undo: 'Annuler',
	undone: 'Tout est comme avant.',
	notUndone: (names) => `Non rétablis : ${names.map(isolate).join(', ')}.`,
	gone: 'N’existe plus',
};
