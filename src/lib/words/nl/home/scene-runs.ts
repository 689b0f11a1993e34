import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';

/** What a scene that ran has done, and undoing it. */
export const runWords: Words['runWords'] = {
	did: (name) => `${isolate(name)}: alles klaar.`,
	didPartly: (done, of, failed) =>
		failed.length === 1
			? `${done} van ${of} klaar. ${isolate(failed[0]!.relayName)}: ${failed[0]!.message ?? 'niet uitgevoerd.'}`
			: `${done} van ${of} klaar. ${failed.length} relais schakelden niet mee.`,
	show: 'Tonen',
	undo: 'Ongedaan maken',
	undone: 'Alles is weer zoals het was.',
	notUndone: (names) => `Niet teruggezet: ${names.map(isolate).join(', ')}.`,
	gone: 'Bestaat niet meer',
};
