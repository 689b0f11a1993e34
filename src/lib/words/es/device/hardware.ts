import type { Words } from '$lib/words/all-words.ts';

/** Telling the project how its firmware does on a real board, from the page of a device. */
export const hardwareWords: Words['hardwareWords'] = {
	title: '¿Hace esta placa lo que debe?',
	lead: 'Díselo al proyecto: su lista de placas empieza contigo.',
	works: 'Esta placa funciona',
	fails: 'No funciona',
	dialog: {
		works: 'Esta placa funciona',
		fails: 'Esta placa no funciona',
		lead: 'Con esto se hace un texto para la lista de placas del proyecto. No se envía nada: lo copias o compartes tú.',
		own: '¿Qué has probado y qué ha pasado?',
		ownHint: 'Sin nombres, contraseñas ni direcciones.',
		text: 'El texto',
		english: 'Está en inglés, como la lista. Tus propias palabras quedan como están.',
		looking: 'Preguntando al hub qué ha visto…',
		copy: 'Copiar el texto',
		copied: 'El texto está copiado.',
		share: 'Compartir…',
		where: 'Ponlo en una incidencia nueva del proyecto, con el formulario para placas.',
		close: 'Cerrar',
	},
};
