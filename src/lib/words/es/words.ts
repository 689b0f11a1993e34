import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { counted } from '$lib/words/format/plural.ts';
import { since } from './moment.ts';
import { relayWords } from './relays.ts';

/** The words needed on the home page and on several others. */
export const words: Words['words'] = {
	app: 'Mooring',
	nav: {
		home: 'Inicio',
		devices: 'Dispositivos',
		activity: 'Actividad',
		automations: 'Rutinas',
		scenes: 'Escenas',
		people: 'Personas',
		settings: 'Ajustes',
		more: 'Más',
		label: 'Menú principal',
		skip: 'Ir al contenido',
	},
	hub: {
		live: 'En directo',
		waiting: 'En espera',
		connecting: 'Conectando',
		unreachable: 'No se puede conectar con el hub.',
		unanswered: 'El hub no respondió. Puede que se haya hecho, o puede que no.',
		strangeAnswer: (status) => `Respondió otra cosa en lugar del hub (${status}).`,
	},
	account: {
		menu: (name) => `${isolate(name)}, tu cuenta`,
		roles: { owner: 'Propietario de este hub', member: 'Miembro del hogar', guest: 'Invitado' },
		own: 'Tu cuenta',
		wall: 'Panel de pared',
		theme: 'Tema',
		themes: { system: 'Sistema', light: 'Claro', dark: 'Oscuro' },
		signOut: 'Cerrar sesión',
	},
	devices: {
		title: 'Mis dispositivos',
		add: 'Añadir dispositivo',
		pendingLink: (count) => counted(count, { one: 'pendiente', other: 'pendientes' }),
		apart: (name, mark) => `${name} (${mark})`,
		relayMark: (id) => `relé ${id}`,
		none: 'Aún no hay dispositivos',
		relays: 'Relés',
		secure: 'Secure v2',
		legacy: 'Legacy v1',
		playedHere: 'simulado aquí',
		noRadio: 'Sin radio',
		signal: { 1: 'Señal muy débil', 2: 'Señal débil', 3: 'Señal buena', 4: 'Señal fuerte' },
		lastSeen: (age) => `Última vez: ${age}`,
		neverSeen: 'Aún no se ha conectado',
		delete: 'Eliminar',
	},
	status: { online: 'EN LÍNEA', away: 'AUSENTE', offline: 'SIN CONEXIÓN' },
	units: {
		celsius: ['°C', 'Temperatura'],
		percent: ['%', 'Humedad'],
		hectopascal: ['hPa', 'Presión del aire'],
		lux: ['lx', 'Luz'],
	},
	input: {
		contact: (on) => (on ? 'Cerrado' : 'Abierto'),
		motion: (on) => (on ? 'Movimiento' : 'Sin movimiento'),
	},
	noValue: '–',
	lastValue: 'último valor',
	relay: relayWords,
	time: {
		since,
		forAge: (text) => `desde hace ${text}`,
		justNow: 'ahora mismo',
		days: ['Hoy', 'Ayer'],
		units: { day: 'd', hour: 'h', minute: 'min', second: 's', millisecond: 'ms' },
	},
	close: 'Cerrar',
	cancel: 'Cancelar',
	claimedToast: (name) => `${isolate(name)} ya está en «Mis dispositivos».`,
};
