import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import type { QuestionLine } from '$lib/words/format/question.ts';

/** Claiming a board by hand, and new firmware for an existing device. */

const compare: QuestionLine = {
	icon: 'warn',
	bad: true,
	title: 'Vincula solo una placa que conozcas',
	text: 'Quien tenga su archivo puede hacerse pasar por ella. Compara la MAC con la de tu placa.',
};

export const claimWords: Words['claimWords'] = {
	title: '¿Vincular esta placa?',
	board: (mac, address) => `${mac} en ${address}`,
	legend: '¿Qué se hace con ella?',
	replace: 'Sustituir un dispositivo',
	add: 'Añadir como dispositivo nuevo',
	reject: 'Rechazarla',
	which: 'Dispositivo que se sustituye',
	known: (name) => `${isolate(name)}, que tenía esta MAC`,
	actions: {
		replace: (name) => `Sustituir ${isolate(name)}`,
		add: () => 'Vincular dispositivo',
		reject: () => 'Rechazar',
	},
	what: {
		replace: (name, mac) => [
			{
				icon: 'check',
				bad: false,
				title: `Pasa a ser ${isolate(name)}`,
				text: 'El nombre, el historial y los ajustes se conservan; los relés y los pines quedan como estaban allí.',
			},
			{
				icon: 'unlink',
				bad: true,
				title: 'Su placa anterior se desconecta',
				text: `Su token deja de funcionar al momento. El nuevo queda ligado a ${mac}.`,
			},
			compare,
		],
		add: (name, mac) => [
			{
				icon: 'check',
				bad: false,
				title: `Pasa a ser un dispositivo nuevo, ${isolate(name)}`,
				text: `Con su propio token, ligado a ${mac}.`,
			},
			{
				icon: 'shield',
				bad: false,
				title: 'Los demás dispositivos se quedan como están',
				text: 'Ninguno pierde su token ni su nombre.',
			},
			compare,
		],
		reject: (name) => [
			{ icon: 'unlink', bad: true, title: 'Se desconecta', text: `No se vincula como ${isolate(name)}.` },
			{
				icon: 'clock',
				bad: false,
				title: 'Volverá a pedirlo',
				text: 'La placa conserva su clave y lo intenta de nuevo, cada vez menos a menudo.',
			},
		],
	},
	firmware: {
		regenerate: (name) => `Firmware nuevo para ${isolate(name)}`,
		upgrade: (name) => `Secure v2 para ${isolate(name)}`,
		regenerateText: (name) =>
			`El token antiguo ya no funciona. ${isolate(name)} vuelve con su nombre, su historial y sus ajustes en cuanto su placa se conecte con este firmware.`,
		upgradeText: (name) =>
			`El token de consulta funciona hasta que ${isolate(name)} se conecte con Secure v2. El nombre y el historial se conservan.`,
		to: (name) => `Ir a ${isolate(name)}`,
		done: (name) => `${isolate(name)} ha vuelto, con su token nuevo.`,
	},
};
