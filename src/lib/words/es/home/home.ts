import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { counted, plural } from '$lib/words/format/plural.ts';
import { left } from '../moment.ts';

/** Tiles have room for about 15 characters of state, in every language. */

const relays = (n: number) => counted(n, { one: 'relé', other: 'relés' });

/** The home page. */
export const homeWords: Words['homeWords'] = {
	title: 'Inicio',
	rooms: 'Habitaciones',
	favourites: 'Favoritos',
	scenes: 'Escenas',
	elsewhere: 'Otras habitaciones',
	yours: 'Tus dispositivos',
	search: 'Buscar',
	searchHint: 'Tarjeta, habitación o dispositivo',
	clear: 'Terminar la búsqueda',
	arrange: 'Ordenar',
	none: 'Ninguna tarjeta coincide.',
	hint: (hovers, guest) => {
		const more = guest ? 'más' : 'temporizadores, reglas e historial';
		return hovers
			? `Haz clic derecho en una tarjeta, o pulsa su «…», para ver ${more}.`
			: `Mantén pulsada una tarjeta para ver ${more}.`;
	},
	more: (name) => `Más sobre ${isolate(name)}`,
	fold: (room) => isolate(room),
	sum: {
		on: (n) => counted(n, { one: 'encendido', other: 'encendidos' }),
		allOff: 'Todo apagado',
		away: (n) => counted(n, { one: 'ausente', other: 'ausentes' }),
		tiles: (n) => counted(n, { one: 'tarjeta', other: 'tarjetas' }),
	},
	allOff: (room) => `Apagar todo en ${isolate(room)}`,
	offDone: (n, room, leftOn) =>
		`${isolate(room)}: ${relays(n)} ${plural(n, { one: 'apagado', other: 'apagados' })}.${leftOn.length > 0 ? ` No se incluyen y siguen encendidos: ${leftOn.map(isolate).join(', ')}.` : ''}`,
	offPartly: (done, of) => `Apagados ${done} de ${of}.`,
	undo: 'Deshacer',
	tile: {
		on: 'Encendido',
		onSince: (when) => `Desde ${when}`,
		off: 'Apagado',
		left,
		sent: 'Enviado…',
		held: (seconds) => `Espera ${seconds} s`,
		failed: (_why, on) => (on ? 'Sigue encendido' : 'Sigue apagado'),
		push: 'Pulsar',
		pulsing: 'Pulsado',
		away: (age) => (age ? `Ausente ${age}` : 'Ausente'),
		offline: (age) => (age ? `Sin línea ${age}` : 'Sin conexión'),
		was: (on) => (on ? 'Quedó encendido' : 'Quedó apagado'),
		notKnown: 'Aún no se sabe',
		old: (age) => (age ? `Hace ${age}` : 'Ahora mismo'),
		noValue: 'Sin valor',
		relays,
		running: 'En marcha…',
		done: 'Todo listo',
		partly: (done, of) => `${done} de ${of} listos`,
		areOn: 'encendidos',
		allOn: 'Todo activo',
		allOff: 'Todo apagado',
		someOn: (on, of) => `${on} de ${of}`,
		minutes: (n) => `${n} min`,
		seconds: (n) => `${n} s`,
		hours: (n) => `${n} h`,
		days: (n) => counted(n, { one: 'día', other: 'días' }),
	},
	attention: {
		label: 'Necesita tu atención',
		waits: ['Una placa espera', 'tu decisión'],
		wait: (n) => [`${n} placas esperan`, 'tu decisión'],
		pending: (names) => [names.length === 1 ? names[0]! : `${names.length} dispositivos`, 'por configurar'],
		away: (name, age) => [name, age ? `ausente desde hace ${age}` : 'está ausente'],
		offline: (name, age) => [name, age ? `sin conexión desde hace ${age}` : 'no tiene conexión'],
		gone: (n) => [`${n} dispositivos`, 'no tienen conexión'],
		update: (name) => [name, 'no se actualizó'],
		refused: (name) => [name, 'rechazó su configuración'],
		revoked: (name) => [name, 'necesita firmware nuevo'],
	},
};
