import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';

/** The wall panel. */
export const wallWords: Words['wallWords'] = {
	title: 'Panel de pared',
	label: (house) => `Panel de pared de ${isolate(house)}`,
	empty: 'Aún no hay nada que mostrar.',
	facts: {
		label: 'La casa ahora',
		on: 'Encendidos',
		away: 'Sin conexión',
		sunrise: 'Amanecer',
		sunset: 'Atardecer',
	},
	scenes: 'Escenas',
	settings: 'Ajustes del panel',
	leave: 'Salir',
	unlock: 'Desbloquear este panel de pared',
	shows: {
		label: 'Muestra',
		rooms: 'Todas las habitaciones',
		favourites: 'Mis favoritos',
	},
	screen: {
		title: 'Pantalla',
		states: {
			held: 'No se apaga mientras esta página esté abierta.',
			refused:
				'Ahora mismo el navegador no la mantiene encendida, por ejemplo para ahorrar batería. Toca el panel para volver a intentarlo.',
			plain:
				'Esta página no puede mantenerla encendida porque no llegó por HTTPS. Configura en la tableta que la pantalla no se apague.',
			missing: 'Este navegador no puede mantenerla encendida. Configura en la tableta que la pantalla no se apague.',
		},
	},
	night: {
		title: 'Noche',
		bySun: (from, to) =>
			`Tras 5 minutos sin tocarla se atenúa, desde el atardecer (${from}) hasta el amanecer (${to}).`,
		byHours: (from, to) =>
			`Tras 5 minutos sin tocarla se atenúa, de ${from} a ${to}. Con una ubicación en Ajustes, sigue al sol.`,
		wake: 'Toca para encender',
		lost: 'No hay conexión con el hub',
		more: (n) => `y ${n} más`,
	},
	lock: {
		title: 'Bloquear en «solo encender y apagar»',
		lead: 'Para niños y visitas: este navegador solo muestra el panel hasta que alguien escriba el PIN.',
		pin: 'PIN',
		hint: (least, most) => `De ${least} a ${most} cifras. Lo necesitas para desbloquear.`,
		act: 'Bloquear',
		needed: (least, most) => `Escribe de ${least} a ${most} cifras.`,
		done: 'El panel de pared está bloqueado.',
	},
	unlocking: {
		title: 'Desbloquear',
		act: 'Desbloquear',
		forgotten: '¿Has olvidado el PIN? Cierra esta sesión en «Tu cuenta» desde otro dispositivo.',
		done: 'El panel de pared está desbloqueado.',
	},
};
