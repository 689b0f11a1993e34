import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';

/** The page that an invitation leads to. */
export const joinWords: Words['joinWords'] = {
	title: 'Unirse',
	welcome: (hub) => `Te damos la bienvenida a ${isolate(hub)}`,
	by: (by, role, end) =>
		`${isolate(by)} te invita como ${role === 'guest' ? 'invitado' : 'miembro del hogar'}${end ? `, hasta ${end}` : ''}.`,
	may: {
		member: 'Puedes controlarlo todo y añadir dispositivos.',
		guest: 'Puedes ver y controlar lo que se eligió para ti.',
	},
	nameHint: 'Con él inicias sesión. Los demás aquí lo ven.',
	submit: 'Aceptar',
	good: (time) => `Esta invitación vale hasta ${time}, para una persona.`,
	signedIn: (name) => `Aquí has iniciado sesión como ${isolate(name)}.`,
	signedInThen: 'Al aceptar, se cierra esta sesión y se inicia la de la persona nueva.',
	stay: (name) => `Seguir como ${isolate(name)}`,
	looking: 'Buscando tu invitación…',
	noSecret: {
		title: 'Este enlace está incompleto',
		text: 'Abre otra vez el enlace que te enviaron, o escanea el código de nuevo. Aquí falta su última parte, después de #.',
	},
	bad: {
		title: 'Esta invitación no funciona',
		text: 'Pide otra a quien te la envió. Si ya la habías aceptado, inicia sesión.',
	},
	again: 'Reintentar',
	signIn: 'Iniciar sesión',
};
