import type { TokensOfDevice } from '$protocol/dashboard/people/api-tokens.ts';
import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import type { QuestionLine } from '$lib/words/format/question.ts';

const relaysStay = (relays: string) => ({
	icon: 'relay',
	bad: false,
	title: 'Los relés se quedan como están',
	text: relays ? `${relays}.` : 'La placa sigue con sus propias reglas.',
});

/** What becomes of the board of a device that is deleted, and of its token. */
function boardOf(simulated: boolean, legacy: boolean): QuestionLine {
	if (simulated)
		return {
			icon: 'box',
			bad: true,
			title: 'Su placa virtual también desaparece',
			text: 'Este hub deja de simularla.',
		};
	if (legacy)
		return {
			icon: 'key',
			bad: true,
			title: 'Su token antiguo deja de funcionar al momento',
			text: 'A la placa, y a todo lo que consulte con él, se le dice que el hub no lo conoce.',
		};
	return {
		icon: 'usb',
		bad: true,
		title: 'Para volver, hay que grabar la placa de nuevo',
		text: 'Su token deja de funcionar, así que su placa no puede volver a conectarse.',
	};
}

/** What becomes of the API tokens that name a device that is deleted. */
function tokenLines(of: TokensOfDevice | undefined): QuestionLine[] {
	if (!of || of.tokens.length === 0) return [];
	const named = of.tokens.map(({ name, person, isLast }) => {
		const token = `${isolate(name)} de ${isolate(person)}`;
		return isLast ? `${token}, que ya no controlará nada` : token;
	});
	const many = of.tokens.length + of.more > 1;
	const more = of.more > 0 ? `; y ${of.more} más` : '';
	const rest = of.tokens.every(({ isLast }) => isLast) ? '' : ' Conservan sus demás permisos.';
	return [
		{
			icon: 'key',
			bad: true,
			title: many
				? 'Varios tokens de API pierden los relés de este dispositivo'
				: 'Un token de API pierde los relés de este dispositivo',
			text: `${named.join('; ')}${more}.${rest}`,
		},
	];
}

/** The questions on the page of a device. */
export const deviceDialogs: Words['deviceDialogs'] = {
	rotate: (name) => ({
		title: `¿Regenerar el token de ${isolate(name)}?`,
		action: 'Regenerar sin grabar',
		what: [
			{
				icon: 'refresh',
				bad: false,
				title: 'Un token nuevo por la conexión cifrada',
				text: 'La placa lo recibe al momento, sin volver a grabarla.',
			},
			{
				icon: 'shield',
				bad: false,
				title: 'El antiguo deja de funcionar cuando el nuevo se haya conectado',
				text: 'Hasta entonces sigue funcionando, así que la placa no puede quedarse fuera.',
			},
			{
				icon: 'relay',
				bad: false,
				title: 'Ningún relé se mueve',
				text: 'El nombre, el historial y los ajustes se conservan.',
			},
		],
	}),
	instead: '¿Puede que alguien conozca el token antiguo, o la placa es otra?',
	insteadLink: 'Crear firmware nuevo',
	regenerate: (name) => ({
		title: `¿Crear firmware nuevo para ${isolate(name)}?`,
		action: 'Regenerar token',
		what: [
			{
				icon: 'unlink',
				bad: true,
				title: 'El token antiguo deja de funcionar al momento',
				text: 'La placa se desconecta y no puede volver a conectarse con él.',
			},
			{
				icon: 'usb',
				bad: true,
				title: 'Hay que grabar la placa de nuevo',
				text: 'Recibes una clave de registro nueva, válida durante 24 horas, y el archivo nuevo de la placa.',
			},
			{
				icon: 'clock',
				bad: false,
				title: 'El nombre, el historial y los ajustes se conservan',
				text: 'Vuelve a ser el mismo dispositivo.',
			},
		],
	}),
	revoke: (name, relays) => ({
		title: `¿Revocar el token de ${isolate(name)}?`,
		action: 'Revocar token',
		what: [
			{
				icon: 'unlink',
				bad: true,
				title: 'Se desconecta al momento',
				text: 'Ya nadie puede controlarlo desde aquí. Una placa ausente tampoco puede volver.',
			},
			{
				icon: 'usb',
				bad: true,
				title: 'Para volver, hay que grabar la placa de nuevo',
				text: 'No puede conectarse hasta que crees firmware nuevo.',
			},
			relaysStay(relays),
			{
				icon: 'clock',
				bad: false,
				title: 'El nombre y el historial se conservan',
				text: 'El dispositivo sigue en «Mis dispositivos», sin placa.',
			},
		],
	}),
	milder: ['¿Solo quieres un token nuevo?', 'Regenerar token', 'mantiene la placa conectada.'],
	relayIs: (name, on) => `${isolate(name)}: ${on ? 'encendido' : 'apagado'}`,
	upgrade: (name) => ({
		title: `¿Pasar ${isolate(name)} a Secure v2?`,
		action: 'Pasar a Secure v2',
		what: [
			{
				icon: 'usb',
				bad: false,
				title: 'Hay que grabar la placa de nuevo',
				text: 'Recibes una clave de registro, válida durante 24 horas, y el archivo nuevo de la placa.',
			},
			{
				icon: 'shield',
				bad: false,
				title: 'El token de consulta funciona hasta entonces',
				text: 'Deja de funcionar en cuanto la placa se conecte con Secure v2.',
			},
			{
				icon: 'clock',
				bad: false,
				title: 'El nombre y el historial se conservan',
				text: 'Vuelve a ser el mismo dispositivo.',
			},
		],
	}),
	remove: (name, relays, { simulated, legacy, tokens }) => ({
		title: `¿Eliminar ${isolate(name)}?`,
		action: 'Eliminar dispositivo',
		what: [
			{
				icon: 'unlink',
				bad: true,
				title: 'Se desconecta al momento',
				text: 'Ya nadie puede controlarlo desde aquí.',
			},
			boardOf(simulated, legacy),
			...tokenLines(tokens),
			{
				icon: 'trash',
				bad: true,
				title: 'Se elimina su historial',
				text: 'El nombre, los ajustes, las mediciones y el registro se pierden para siempre.',
			},
			...(simulated ? [] : [relaysStay(relays)]),
		],
	}),
	reboot: (name) => ({
		title: `¿Reiniciar ${isolate(name)}?`,
		action: 'Reiniciar',
		what: [
			{ icon: 'power', bad: true, title: 'Ausente unos segundos', text: 'Vuelve por sí solo.' },
			{
				icon: 'relay',
				bad: false,
				title: 'Los relés vuelven como están ahora',
				text: 'Los contactos pueden soltarse un momento mientras el chip se reinicia.',
			},
		],
	}),
	removeRelay: (name) => ({
		title: `¿Quitar el relé ${isolate(name)}?`,
		action: 'Quitar relé',
		what: [
			{
				icon: 'calendar',
				bad: true,
				title: 'También se quitan sus programaciones',
				text: 'Sus interruptores de pared dejan de accionar nada.',
			},
			{ icon: 'play', bad: true, title: 'Sale de sus escenas', text: '«Deshacer» no lo restablece.' },
			{ icon: 'check', bad: false, title: 'Solo cuando guardes', text: '«Descartar» lo recupera.' },
		],
	}),
};
