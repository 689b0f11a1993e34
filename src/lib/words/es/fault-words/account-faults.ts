import type { Words } from '$lib/words/all-words.ts';
import { counted } from '$lib/words/format/plural.ts';
import type { ACCOUNT_FAULT_WORDS } from '$protocol/dashboard/fault-words/account-faults.ts';

const waitWords = (seconds: number) =>
	seconds < 60 ? `${seconds} s` : counted(Math.ceil(seconds / 60), { one: 'minuto', other: 'minutos' });

/** What is refused about people, their sign-ins, second factors, invitations and API tokens. */
export const accountFaults: Pick<Words['faultWords'], keyof typeof ACCOUNT_FAULT_WORDS> = {
	'wrong-code': () => 'Este no es el código de configuración que mostró el hub.',
	'wrong-credentials': () => 'El nombre de usuario o la contraseña no es correcta.',
	'already-set-up': () => 'Este hub ya tiene propietario. Inicia sesión.',
	'name-as-password': () => 'Un nombre no es una contraseña. Elige algo que otros no sepan.',
	'common-password': () => 'Esta es una de las contraseñas que todos prueban primero. Elige otra.',
	'not-signed-in': () => 'Inicia sesión primero.',
	'not-allowed': () => 'Tu cuenta no puede hacer esto. Pregunta al propietario del hub.',
	'may-not-switch': () => 'No puedes controlar esto.',
	'room-of-guests': ({ room }) =>
		`Hay invitados con acceso a la habitación ${room}. Solo un propietario mueve dispositivos a ella o fuera de ella.`,
	'not-your-pending': () => 'Este dispositivo pendiente lo creó otra persona.',
	'not-your-device': () => 'Solo un propietario puede hacer esto con el dispositivo de otra persona.',
	'current-password-wrong': () => 'Tu contraseña actual no es correcta.',
	'second-factor-needed': () => 'Escribe el código de tu app de autenticación, o un código de recuperación.',
	'second-factor-wrong': ({ time }) =>
		`Este código no es correcto. Un código vale medio minuto: si siguen fallando, compara el reloj de tu móvil con el del hub, que marca ${time}.`,
	'second-factor-used': () => 'Este código ya se usó. Espera al siguiente.',
	'second-factor-over': () =>
		'Este inicio de sesión tardó demasiado, tuvo demasiados códigos incorrectos o sigue en otra red distinta. Inicia sesión otra vez.',
	'second-factor-on': () => 'Tu segundo factor ya está activo.',
	'second-factor-off': () => 'Tu segundo factor no está activo.',
	'second-factor-not-begun': () =>
		'La configuración del segundo factor tardó demasiado, se empezó de nuevo en otro sitio o el hub se reinició. Empieza otra vez.',
	'second-factor-of-none': ({ name }) => `${name} no tiene segundo factor.`,
	'second-factor-own': () =>
		'Desactiva tu propio segundo factor en «Tu cuenta». Sin un código, ejecuta esto en el equipo del hub: npm run hub -- reset-password USUARIO',
	'name-taken': ({ name }) => `Ya hay una persona llamada ${name}. Elige otro nombre.`,
	'renamed-too-often': () => 'Has cambiado tu nombre varias veces. Inténtalo de nuevo en una hora.',
	'arranged-too-often': () => 'Has ordenado tu página de inicio muchas veces. Inténtalo de nuevo en una hora.',
	'preferences-too-often': () => 'Has cambiado tus preferencias muchas veces. Inténtalo de nuevo en una hora.',
	'no-such-person': () => 'Esta persona ya no está en el hub.',
	'not-a-guest': ({ name }) => `${name} no entra como invitado y lo ve todo.`,
	'last-owner': () => 'Un hub necesita un propietario. Nombra antes a otro propietario.',
	'not-yourself': () => 'No puedes eliminarte. Otro propietario puede.',
	'no-such-invitation': () => 'Esta invitación no vale: ya se usó, se retiró o ha caducado. Pide otra.',
	'too-many-people': ({ most }) => `Ya hay ${most} personas. Elimina antes a alguna.`,
	'too-many-invitations': ({ most }) => `Ya hay ${most} invitaciones abiertas. Retira antes alguna.`,
	'choose-access': () => 'Elige al menos una habitación, un dispositivo o un relé.',
	'access-over': () => 'El plazo de este acceso ya ha pasado.',
	'guest-needs-access': () => 'Elige lo que el invitado puede ver o controlar.',
	'no-such-session': () => 'Esta sesión ya se ha cerrado.',
	'wall-locked': () => 'Este navegador es un panel de pared bloqueado. Desbloquéalo allí con su PIN.',
	'wall-pin-digits': ({ least, most }) => `Un PIN tiene de ${least} a ${most} cifras.`,
	'wall-pin-wrong': () => 'Este PIN no es correcto.',
	'no-such-lock-out': () => 'Este bloqueo ya ha terminado.',
	'wrong-api-token': () => 'Este token de API no vale: está mal escrito o se anuló. Crea otro en tu cuenta.',
	'api-token-over': () => 'Este token de API ha caducado. Crea otro en tu cuenta.',
	'api-token-may-not': () => 'Este token de API no puede hacer esto. Crea uno que pueda, o inicia sesión.',
	'no-such-api-token': () => 'Este token de API ya se anuló.',
	'too-many-api-tokens': ({ most }) => `Ya tienes ${most} tokens de API. Anula antes alguno.`,
	'choose-token-parts': () => 'Elige al menos un relé o una escena.',
	'token-end-wrong': ({ years }) =>
		`Elige un fin dentro de los próximos ${counted(years, { one: 'año', other: 'años' })}, o ninguno.`,
	'too-many-failures': ({ seconds }) => `Demasiados intentos fallidos. Inténtalo de nuevo en ${waitWords(seconds)}.`,
	'too-many-signing-in': () => 'Demasiadas personas están iniciando sesión. Inténtalo de nuevo en un segundo.',
	'too-many-unknown-tokens': () => 'Demasiados tokens desconocidos desde esta dirección. Inténtalo más tarde.',
};
