import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';

/** What a scene that ran has done, and undoing it. */
export const runWords: Words['runWords'] = {
	did: (name) => `${isolate(name)}: alles erledigt.`,
	didPartly: (done, of, failed) =>
		failed.length === 1
			? `${done} von ${of} fertig. ${isolate(failed[0]!.relayName)}: ${failed[0]!.message ?? 'nicht geschaltet.'}`
			: `${done} von ${of} fertig. ${failed.length} Relais sind nicht gefolgt.`,
	show: 'Anzeigen',
	undo: 'Rückgängig',
	undone: 'Alles ist wieder wie vorher.',
	notUndone: (names) => `Nicht zurückgesetzt: ${names.map(isolate).join(', ')}.`,
	gone: 'Nicht mehr da',
};
