import type { Words } from '$lib/words/all-words.ts';

/** In place of a page that is not there, or could not be loaded. */
export const pageErrorWords: Words['pageErrorWords'] = {
	missing: {
		title: 'Esta página no existe',
		text: 'No hay nada en esta dirección. Puede estar mal escrita, o lo que mostraba ya no existe.',
	},
	failed: {
		title: 'No se pudo cargar esta página',
		text: 'El hub no respondió. La página se carga sola en cuanto responda.',
	},
	again: 'Reintentar',
	toHome: 'Ir a Inicio',
};
