import type { LockOutView, LockOutWhat, LockedOutWho } from '$protocol/dashboard/people/lock-outs.ts';
import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { counted } from '$lib/words/format/plural.ts';
import { since as sinceMoment, withArticle } from '../moment.ts';

const STRANGERS = {
	home: 'navegadores desconocidos de tu red',
	away: 'navegadores desconocidos de internet',
	anywhere: 'navegadores desconocidos de cualquier lugar',
} satisfies Record<Extract<LockedOutWho, { kind: 'strangers' }>['from'], string>;

/** what was wrong, of one and of more */
const WRONG = {
	'sign-in': ['contraseña incorrecta', 'contraseñas incorrectas'],
	'set-up': ['código de configuración incorrecto', 'códigos de configuración incorrectos'],
	'second-factor': ['código de segundo factor incorrecto', 'códigos de segundo factor incorrectos'],
	invitation: ['enlace de invitación incorrecto', 'enlaces de invitación incorrectos'],
	'api-token': ['token de API incorrecto', 'tokens de API incorrectos'],
	'polling-token': ['token incorrecto de una placa Legacy v1', 'tokens incorrectos de placas Legacy v1'],
} satisfies Record<LockOutWhat, [string, string]>;
const FEMININE: ReadonlySet<unknown> = new Set<LockOutWhat>(['sign-in']);

/** "2.ª vez"; the first is not said */
const timesWord = (times: number) => (times < 2 ? undefined : `${times}.ª vez`);

const whoWord = (who: LockedOutWho) => (who.kind === 'network' ? who.network : STRANGERS[who.from]);
const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** "Anna, Ben y nombres que nadie tiene" */
function targets({ names, unknownNames }: Pick<LockOutView, 'names' | 'unknownNames'>): string {
	const all = [...names.map(isolate), ...(unknownNames ? ['nombres que nadie tiene'] : [])];
	const last = all.pop();
	return all.length > 0 ? `${all.join(', ')} y ${last}` : (last ?? '');
}

const whoOf = (address: unknown, strangers: unknown) =>
	typeof address === 'string' ? isolate(address) : (STRANGERS[strangers as keyof typeof STRANGERS] ?? 'alguien');
/** an address or "somebody" must wait, strangers are several */
const mustWait = (address: unknown, strangers: unknown) =>
	typeof address !== 'string' && Object.hasOwn(STRANGERS, String(strangers)) ? 'deben esperar' : 'debe esperar';

/** Who is locked out because of too many wrong tries: in Settings, in Activity and in the audit log. */
export const lockOutWords: Words['lockOutWords'] = {
	title: 'Bloqueos',
	lead: 'Quien se equivoca demasiadas veces queda bloqueado un rato. Un navegador en el que ya se inició sesión no se bloquea.',
	none: 'No hay nadie bloqueado.',
	looking: 'Mirando quién está bloqueado…',
	who: (who) => capitalised(whoWord(who)),
	tried: (view) => {
		const whose = targets(view);
		const [one, other] = WRONG[view.what];
		return `${counted(view.failures, { one, other })}${whose && ` para ${whose}`}`;
	},
	when: (since, until, times) =>
		[capitalised(sinceMoment(since)), `hasta ${withArticle(until)}`, timesWord(times)].filter(Boolean).join(' · '),
	lift: 'Quitar',
	liftOf: (view) => `Quitar el bloqueo de ${whoWord(view.who)}, ${WRONG[view.what][1]}`,
	lifted: ({ who }) =>
		`${capitalised(whoWord(who))} ya ${who.kind === 'network' ? 'puede' : 'pueden'} intentarlo otra vez.`,
	more: (shown, total) => `Se muestran ${shown} de ${total}: primero tus propias redes, después lo más reciente.`,
	strip: (networks) =>
		networks === 0
			? 'Hay navegadores desconocidos bloqueados'
			: counted(networks, { one: 'dirección está bloqueada', other: 'direcciones están bloqueadas' }),
	see: 'Ver',

	audit: {
		began: ({ address, strangers, tried, names }, more) => {
			const wrong = WRONG[tried as LockOutWhat]?.[1] ?? 'intentos fallidos';
			const many = FEMININE.has(tried) ? 'demasiadas' : 'demasiados';
			const untold = more > 0 ? `; antes, ${counted(more, { one: 'bloqueo más', other: 'bloqueos más' })}` : '';
			return `${capitalised(whoOf(address, strangers))} ${mustWait(address, strangers)} tras ${many} ${wrong}${typeof names === 'string' ? ` para ${isolate(names)}` : ''}${untold}`;
		},
		lifted: ({ address, strangers }, by) => `${by} quitó el bloqueo de ${whoOf(address, strangers)}`,
	},
};
