import type { Words } from '$lib/words/all-words.ts';

/** Boards that are no product with a name of its own, by the hub's ids. */
export const boardWords: Words['boardWords'] = {
	virtual: 'Scheda virtuale',
	legacy: 'Firmware precedente',
};
