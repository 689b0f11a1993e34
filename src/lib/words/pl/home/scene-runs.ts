import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { counted } from '$lib/words/format/plural.ts';

const RELAYS = { one: 'przekaźnik', few: 'przekaźniki', many: 'przekaźników', other: 'przekaźnika' };

/** What a scene that ran has done, and undoing it. */
export const runWords: Words['runWords'] = {
	did: (name) => `${isolate(name)}: zrobione.`,
	didPartly: (done, of, failed) =>
		failed.length === 1
			? `Gotowe: ${done} z ${of}. ${isolate(failed[0]!.relayName)}: ${failed[0]!.message ?? 'nie wykonano.'}`
			: `Gotowe: ${done} z ${of}. Nie wykonano: ${counted(failed.length, RELAYS)}.`,
	show: 'Pokaż',
	undo: 'Cofnij',
	undone: 'Wszystko jest jak przedtem.',
	notUndone: (names) => `Nie przywrócono: ${names.map(isolate).join(', ')}.`,
	gone: 'Już nie istnieje',
};
