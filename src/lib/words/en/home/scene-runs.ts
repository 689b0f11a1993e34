import { isolate } from '$lib/words/format/isolate.ts';
import { translatable } from '$lib/words/language.ts';

/** What a scene that ran has done, and undoing it. */
export const runWords = translatable('runWords', {
	did: (name: string) => `${isolate(name)}: all done.`,
	didPartly: (done: number, of: number, failed: { relayName: string; message: string | null }[]) =>
		failed.length === 1
			? `${done} of ${of} done. ${isolate(failed[0]!.relayName)}: ${failed[0]!.message ?? 'not done.'}`
			: `${done} of ${of} done. ${failed.length} relays did not follow.`,
	show: 'Show',
	undo: 'Undo',
	undone: 'Everything is as it was before.',
	notUndone: (names: string[]) => `Not put back: ${names.map(isolate).join(', ')}.`,
	gone: 'No longer there',
});
