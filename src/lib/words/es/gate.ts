import type { Words } from '$lib/words/all-words.ts';
import { counted, plural } from '$lib/words/format/plural.ts';

/** Signing in, and setting up a new hub. */
export const gateWords: Words['gateWords'] = {
	signIn: {
		title: 'Iniciar sesión',
		name: 'Nombre de usuario',
		password: 'Contraseña',
		show: 'Mostrar la contraseña',
		submit: 'Iniciar sesión',
		locked: (why, left) => `${why} Inténtalo de nuevo en ${left}.`,
		outOfReach: 'No se puede conectar con el hub. Inténtalo de nuevo en un momento.',
		forgot: '¿Has olvidado la contraseña?',
		forgotHow:
			'Ejecuta esto en el equipo del hub, en la carpeta del hub. Muestra una contraseña nueva. En Docker, escribe «docker compose exec mooring node dist/cli.js» en lugar de «npm run hub --».',
		forgotCommand: (name) => `npm run hub -- reset-password ${name || 'USUARIO'}`,
	},
	setUp: {
		title: 'Configura este hub',
		lead: 'Serás su propietario.',
		code: 'Código de configuración',
		codeHint:
			'El hub lo mostró al arrancar, y lo guarda en el archivo setup-code de su carpeta de datos. Sirve una sola vez.',
		zone: (zone) => `Las programaciones usarán la hora de ${zone}, como este dispositivo. Puedes cambiarlo en Ajustes.`,
		submit: 'Ser el propietario',
		strength: (got, least) =>
			got < least
				? `${plural(least - got, { one: 'Falta', other: 'Faltan' })} ${counted(least - got, { one: 'carácter', other: 'caracteres' })}.`
				: got < 16
					? 'Bastante larga. Cuatro palabras al azar son aún mejor.'
					: 'Fuerte.',
		done: '¿Ya está configurado?',
	},
};
