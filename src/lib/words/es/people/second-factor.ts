import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { counted, plural } from '$lib/words/format/plural.ts';
import { since } from '../moment.ts';

const codes = (count: number) => counted(count, { one: 'código de recuperación', other: 'códigos de recuperación' });

/** The second factor: of one's own account, at the sign-in, and of others. */
export const secondFactorWords: Words['secondFactorWords'] = {
	title: 'Segundo factor',
	lead: 'El hub pide además un código de una app de tu móvil: cada vez que inicias sesión, y antes de una copia de seguridad, un miembro nuevo o una contraseña nueva. Tu contraseña sola ya no basta para iniciar sesión.',
	on: (moment) => `Activo ${since(moment)}.`,
	left: (count) =>
		count === 0
			? 'No quedan códigos de recuperación: crea nuevos.'
			: `${plural(count, { one: 'Queda', other: 'Quedan' })} ${codes(count)}.`,
	lost: 'Si pierdes el móvil y los códigos de recuperación, otro propietario puede desactivarlo en Personas. Si no hay ninguno, ejecuta esto en el equipo del hub:',
	lostCommand: 'npm run hub -- reset-password USUARIO',

	code: 'Código de tu app',
	recoveryCode: 'Código de recuperación',
	useRecovery: 'Usar un código de recuperación',
	useApp: 'Usar la app',
	current: 'Tu contraseña actual',
	cancel: 'Cancelar',

	begin: {
		action: 'Activar',
		title: 'Activar el segundo factor',
		lead: 'Se cierran todas tus demás sesiones y tus tokens de API, y cada navegador pedirá un código la próxima vez.',
		next: 'Siguiente',
	},
	scan: {
		title: 'Escanéalo con tu app de autenticación',
		lead: 'Sirve cualquier app de autenticación. Si no tienes cámara, escribe en ella el secreto.',
		qr: 'Código QR para tu app de autenticación',
		secret: 'Secreto para tu app de autenticación',
		copy: 'Copiar secreto',
		first: 'El primer código que muestre',
		submit: 'Activar',
		again: 'Empezar de nuevo',
		done: 'El segundo factor está activo. Se ha cerrado la sesión en los demás dispositivos.',
	},
	codes: {
		title: 'Tus códigos de recuperación',
		lead: 'Cada uno te permite entrar una vez si pierdes el móvil. Solo se muestran ahora: guárdalos en un lugar distinto del móvil.',
		label: 'Códigos de recuperación',
		copy: 'Copiar códigos de recuperación',
		copied: 'Copiado.',
		download: 'Descargar',
		file: (user, hub) => `Códigos de recuperación de ${user} para ${hub}. Cada uno vale una vez.`,
		done: 'Los he guardado',
		leave: {
			title: '¿Salir de tus códigos de recuperación?',
			action: 'Salir',
			what: [
				{
					icon: 'trash',
					bad: true,
					title: 'No se vuelven a mostrar',
					text: 'Puedes crear nuevos con un código de tu app.',
				},
			],
		},
	},
	renew: {
		action: 'Crear códigos de recuperación nuevos',
		title: 'Crear códigos de recuperación nuevos',
		lead: 'Los códigos antiguos dejan de funcionar.',
		submit: 'Crear nuevos',
	},
	off: {
		action: 'Desactivar',
		title: 'Desactivar el segundo factor',
		lead: 'A partir de entonces basta tu contraseña para iniciar sesión.',
		submit: 'Desactivar',
		done: 'El segundo factor está desactivado.',
	},

	signIn: {
		title: 'Tu código',
		lead: (name) => `Hola, ${isolate(name)}. Tu app de autenticación muestra un código nuevo cada medio minuto.`,
		back: 'Atrás',
	},

	person: {
		on: 'Segundo factor activo',
		action: 'Desactivar segundo factor',
		title: (name) => `Desactivar el segundo factor de ${isolate(name)}`,
		lead: 'Para quien ha perdido el móvil y los códigos de recuperación. A partir de entonces le basta su contraseña para iniciar sesión.',
		submit: 'Desactivar',
		done: (name) => `El segundo factor de ${isolate(name)} está desactivado.`,
	},
};
