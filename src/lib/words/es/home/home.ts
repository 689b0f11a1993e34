import type { Words } from '$lib/words/all-words.ts';
import { exactDuration } from '$lib/words/format/duration.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { counted, plural } from '$lib/words/format/plural.ts';
import { at } from '../moment.ts';

/** Tiles have room for about 15 characters of state, in every language. */

const relays = (n: number) => counted(n, { one: 'relé', other: 'relés' });
/** "Queda 1 h", "Quedan 12 min" */
const left = (time: string) => `${time.startsWith('1 ') ? 'Queda' : 'Quedan'} ${time}`;

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
		onSince: (when) => `Encendido ${when}`,
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
		allOn: 'Todo encendido',
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
	sheet: {
		favourite: (name) => `${isolate(name)} es favorito`,
		onFor: 'Encender durante',
		timer: {
			preset: (minutes) => exactDuration(minutes * 60_000),
			other: 'Otro…',
			more: (minutes) => `${minutes} min más`,
			stay: 'Dejar encendido',
			running(when, leftMs, totalMs) {
				const minutes = Math.ceil(leftMs / 60_000);
				const remaining =
					leftMs <= 60_000
						? left(`${Math.ceil(leftMs / 1_000)} s`)
						: totalMs && totalMs < 3 * 3_600_000
							? left(`${minutes} de ${totalMs / 60_000} min`)
							: left(exactDuration(minutes * 60_000));
				return `Se apaga ${at(when)} · ${remaining.charAt(0).toLowerCase()}${remaining.slice(1)}`;
			},
		},
		rules: 'Reglas',
		onBoard: 'en la placa',
		onHub: 'en el hub',
		moved: 'Quién lo accionó',
		never: 'Aún no se sabe nada.',
		edit: 'Editar',
		does: 'Qué hace',
		run: 'Ejecutar',
		notConnected: 'Su placa no tiene conexión, así que ahora no se puede accionar.',
		mayNot: 'Puedes verlo, pero no controlarlo.',
		hubLost: 'No hay conexión con el hub, así que ahora no se puede accionar.',
	},
	rules: {
		maxOn: (time) => `Se apaga solo al cabo de ${time}`,
		pulse: (time) => `Una pulsación dura ${time}`,
		never: (names) => `Nunca encendido a la vez que ${names.map(isolate).join(', ')}`,
		powerOn: {
			on: 'Se enciende cuando vuelve la corriente',
			last: 'Recupera su último estado cuando vuelve la corriente',
		},
		input: (name) => `Sigue al interruptor de pared ${isolate(name)}`,
		schedule: (on, when, forTime) =>
			`${on ? 'Se enciende' : 'Se apaga'} ${when.charAt(0).toLowerCase()}${when.slice(1)}${forTime && `, durante ${forTime}`}`,
		scene: (on, name) => `Se ${on ? 'enciende' : 'apaga'} al ejecutar ${isolate(name)}`,
		group: (name) => `Forma parte de ${isolate(name)}`,
		none: 'Solo hace lo que alguien le pide.',
	},
	arrange: {
		start: 'Ordenar',
		lead: 'Solo tú ves este orden. La estrella marca un favorito.',
		done: 'Listo',
		favourite: (name) => `${isolate(name)}, favorito`,
		noFavourites: 'Aún no hay favoritos. Pulsa una estrella.',
		grip: (name) => `Mover ${isolate(name)}: arrastra o usa las flechas`,
		up: (name) => `Subir ${isolate(name)}`,
		down: (name) => `Bajar ${isolate(name)}`,
		moved: (name, place, of) => `${isolate(name)}: ${place} de ${of}`,
		devices: 'Las habitaciones y el orden de los dispositivos se cambian en «Dispositivos», para todos.',
	},
};
