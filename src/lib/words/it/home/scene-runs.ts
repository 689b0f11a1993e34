import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';

/** What a scene that ran has done, and undoing it. */
export const runWords: Words['runWords'] = {
	did: (name) => `${isolate(name)}: tutto fatto.`,
	didPartly: (done, of, failed) =>
		failed.length === 1
			? `${done} di ${of} fatti. ${isolate(failed[0]!.relayName)}: ${failed[0]!.message ?? 'non eseguito.'}`
			: `${done} di ${of} fatti. ${failed.length} relè non hanno risposto al comando.`,
	show: 'Mostra',
	undo: 'Annulla',
	undone: 'Tutto è come prima.',
	notUndone: (names) => `Non ripristinati: ${names.map(isolate).join(', ')}.`,
	gone: 'Non c’è più',
};
