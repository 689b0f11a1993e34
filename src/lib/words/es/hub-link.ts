import type { Words } from '$lib/words/all-words.ts';
import { at } from './moment.ts';

const allAsOf = (time: string | undefined) => (time ? `Todo esto es lo último que se sabe (${time}). ` : '');

/** Messages while the hub is out of reach, and for parts of pages that could not be loaded. */
export const linkWords: Words['linkWords'] = {
	lost: (asOf) => [
		'No hay conexión con el hub.',
		`${allAsOf(asOf)}Los interruptores no funcionan hasta que vuelva. Esta página se reconecta sola.`,
	],
	blocked: (asOf) => [
		'Sin conexión en directo.',
		`${allAsOf(asOf)}El hub responde, pero su WebSocket no pasa. Haz que tu proxy inverso deje pasar las conexiones WebSocket a /socket.io/, o abre la dirección propia del hub.`,
	],
	was: (state, asOf) => [`ANTES ${state}`, at(asOf)],
	asOf: (time) => `último dato: ${time}`,
	waits: 'No hay conexión con el hub. Esta página se llena sola en cuanto vuelva.',
	held: 'No hay conexión con el hub. Podrás hacerlo cuando vuelva.',
	notKnown: 'No se sabe sin una conexión en directo con el hub.',
	part: 'No se pudo cargar esta parte de la página. Recárgala cuando el hub vuelva.',
	reload: 'Recargar',
	newVersion: 'El hub tiene una versión nueva de este panel de control.',
};
