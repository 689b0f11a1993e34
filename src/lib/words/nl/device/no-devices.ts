import type { Words } from '$lib/words/all-words.ts';

/** A house without devices. */
export const emptyWords: Words['emptyWords'] = {
	lead: 'Neem een board en je wifi-wachtwoord, of probeer alles eerst uit zonder board.',
	virtual: 'Probeer een virtueel board',
	steps: [
		['Beschrijf het board', 'Geef het een naam en kies relais en pinnen. Mooring maakt de registratiesleutel.'],
		['Zet het bestand erop', 'Het board krijgt het bestand dat je downloadt, en vindt de hub.'],
		['Schakel', 'Het maakt verbinding, wordt aan jou gekoppeld en verschijnt hier vanzelf.'],
	],
};
