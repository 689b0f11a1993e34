import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';

/** What a scene that ran has done, and undoing it. */
export const runWords: Words['runWords'] = {
	did: (name) => `${isolate(name)}: todo listo.`,
	didPartly: (done, of, failed) =>
		failed.length === 1
			? `${done} de ${of} listos. ${isolate(failed[0]!.relayName)}: ${failed[0]!.message ?? 'no se hizo.'}`
			: `${done} de ${of} listos. ${failed.length} relés no respondieron.`,
	show: 'Mostrar',
	undo: 'Deshacer',
	undone: 'Todo está como antes.',
	notUndone: (names) => `No se pudo restablecer: ${names.map(isolate).join(', ')}.`,
	gone: 'Ya no existe',
};
