import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';

/** The page of devices: search, rooms, and sorting. */
export const listWords: Words['listWords'] = {
	search: 'Buscar',
	searchHint: 'Nombre, habitación, relé, código o MAC',
	clear: 'Terminar la búsqueda',
	filter: 'Mostrar',
	filters: {
		all: 'Todos',
		online: 'En línea',
		away: 'Ausentes',
		offline: 'Sin conexión',
		legacy: 'Legacy',
		attention: 'Atención',
	},
	found: (count, of) => `${count} de ${of} dispositivos`,
	none: 'Ningún dispositivo coincide.',
	showAll: 'Mostrar todos los dispositivos',
	nothingShared: 'Ahora mismo no hay nada que ver.',
	rooms: 'Habitaciones',
	noRoom: 'Sin habitación',
	details: 'Detalles',
	tryIt: {
		busy: 'Iniciando una placa virtual…',
		board: 'Placa virtual',
		relays: [
			['light', 'Luz'],
			['fan', 'Ventilador'],
		],
	},
	hints: {
		revoked: ['Token revocado', 'No puede conectarse hasta que tenga firmware nuevo.'],
		firmware: ['Espera firmware nuevo', 'Vuelve a configurar su placa.'],
		refused: (why) => ['La placa rechazó los ajustes', why ? isolate(why) : 'Conserva sus ajustes anteriores.'],
		legacy: ['Pasar a Secure v2', 'Este token se puede copiar.'],
		waiting: 'Los ajustes nuevos esperan a que se conecte.',
	},
	arrange: {
		start: 'Ordenar',
		lead: 'Arrastra por el asa o usa las flechas. Todos en casa ven este orden.',
		done: 'Listo',
		grip: (name) => `Mover ${isolate(name)}: arrastra o usa las flechas`,
		up: (name) => `Subir ${isolate(name)}`,
		down: (name) => `Bajar ${isolate(name)}`,
		toRoom: (name) => `Habitación de ${isolate(name)}`,
		newRoom: 'Nueva habitación…',
		roomName: 'Nombre de la habitación',
		makeRoom: 'Crear habitación',
		renameRoom: (name) => `Cambiar el nombre de ${isolate(name)}`,
		rename: 'Cambiar nombre',
		moved: (name, room, place, of) => `${isolate(name)}: ${place} de ${of} en ${isolate(room)}`,
		roomMoved: (room, place, of) => `${isolate(room)}: habitación ${place} de ${of}`,
	},
};
