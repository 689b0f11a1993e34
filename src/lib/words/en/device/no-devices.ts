import { translatable } from '$lib/words/language.ts';

/** A house without devices. */
export const emptyWords = translatable('emptyWords', {
	lead: 'Bring a board and your Wi-Fi password, or try everything without one first.',
	virtual: 'Try it with a virtual board',
	steps: [
		['Describe the board', 'Name it, pick its relays and pins. Mooring makes its registration key.'],
		['Give it its file', 'The board takes the file you download, and finds the hub.'],
		['Switch it', 'It connects, is claimed for you and appears here by itself.'],
	],
});
