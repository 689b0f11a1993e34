import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { counted } from '$lib/words/format/plural.ts';
import { since } from '../moment.ts';

/** The line of the account menu that offers the dashboard as an app. */
export const installWords: Words['installWords'] = {
	install: 'Instalar como app',
	byHand: 'Para abrirlo como una app: Compartir → Añadir a pantalla de inicio.',
	dismiss: 'No volver a ofrecer la app',
};

/** One's own account: name, password, sessions. */
export const accountWords: Words['accountWords'] = {
	title: 'Tu cuenta',
	nameTitle: 'Nombre',
	nameHint: 'Con él inicias sesión, y los demás lo ven junto a lo que hiciste.',
	saveName: 'Guardar nombre',
	named: (name) => `A partir de ahora inicias sesión como ${isolate(name)}.`,
	nameNeeded: 'Hace falta un nombre de usuario.',
	passwordTitle: 'Contraseña',
	passwordLead: 'Una contraseña nueva cierra tus sesiones en los demás dispositivos y todos tus tokens de API.',
	current: 'Contraseña actual',
	new: 'Contraseña nueva',
	savePassword: 'Cambiar contraseña',
	changed: 'Tu contraseña ha cambiado. Se ha cerrado la sesión en los demás dispositivos.',
	leave: {
		title: '¿Salir sin guardar?',
		action: 'Salir',
		what: [{ icon: 'trash', bad: true, title: 'Se pierde lo que escribiste', text: 'Tu cuenta se queda como está.' }],
	},
	sessions: {
		title: 'Dónde has iniciado sesión',
		count: (number) => counted(number, { one: 'sesión', other: 'sesiones' }),
		name: (browser, system) =>
			browser && system ? `${browser} en ${system}` : (browser ?? system ?? 'Navegador desconocido'),
		current: 'Esta sesión',
		wall: 'panel de pared bloqueado',
		used: (age) => `último uso: ${age}`,
		since,
		end: 'Cerrar',
		endOf: (name, address) => `Cerrar la sesión ${name}, ${address}`,
		endOthers: 'Cerrar todas las demás',
		ended: 'La sesión se ha cerrado.',
		othersEnded: 'Todas las demás sesiones se han cerrado.',
	},
	guest: {
		until: (text) => `Invitado hasta ${text}`,
		over: (text) => `Tu tiempo como invitado terminó: ${text}`,
		overWhy: 'Tu tiempo aquí ha terminado. Si necesitas más, pídelo a quien te invitó.',
		why: 'Ahora no se comparte nada contigo. Si tienes un horario, tus dispositivos aparecen aquí cuando empiece.',
	},
	notForYou: {
		title: 'No disponible para tu cuenta',
		text: 'Tu cuenta no puede abrir esta página. El propietario del hub puede cambiarlo.',
		back: 'Ir a Inicio',
	},
};
