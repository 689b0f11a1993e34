import { translatable } from '$lib/words/language.ts';

/** Boards that are no product with a name of its own, by the hub's ids. */
export const boardWords: Record<string, string> = translatable('boardWords', {
	virtual: 'Virtual board',
	legacy: 'Older firmware',
});
