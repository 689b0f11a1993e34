import type { Words } from '$lib/words/all-words.ts';

/** What the owner of a new house does next, on Home. */
export const firstStepWords: Words['firstStepWords'] = {
	title: 'Primeros pasos',
	sum: (done, of) => `${done} de ${of} hechos`,
	hide: 'Ocultar',
	hideHint: 'Ocultar los primeros pasos para siempre',
	hidden: 'Ocultos. Todo está en el menú.',
	done: 'Hecho:',
	steps: {
		board: ['Añade una placa', 'Una real, o una virtual para probar'],
		people: ['Invita a alguien', 'Podrá encender y apagar desde su móvil'],
		backup: ['Configura una copia de seguridad', 'Para el día en que falle la tarjeta SD'],
		https: ['Activa HTTPS', 'Para instalar la app y grabar por USB'],
	},
};
