import type { Words } from '$lib/words/all-words.ts';

/** A house without devices. */
export const emptyWords: Words['emptyWords'] = {
	lead: 'Prendi una scheda e la password del Wi-Fi, oppure prova prima tutto senza scheda.',
	virtual: 'Prova con una scheda virtuale',
	steps: [
		['Descrivi la scheda', 'Dalle un nome, scegli i relè e i pin. Mooring crea la sua chiave di registrazione.'],
		['Dalle il suo file', 'La scheda riceve il file che scarichi e trova l’hub.'],
		['Comandala', 'Si connette, viene associata al tuo account e appare qui da sola.'],
	],
};
