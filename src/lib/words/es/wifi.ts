import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';

/** The Wi-Fi of a board: its form, the second network, and changing it by cable. */
export const wifiWords: Words['wifiWords'] = {
	ssid: 'Nombre de la red',
	ssidHint: 'Las placas solo usan redes de 2,4 GHz.',
	password: 'Contraseña',
	open: 'Vacía si la red es abierta.',
	intoFile: 'Va en el archivo de la placa.',
	kept: {
		legend: 'Red',
		mark: 'guardada en este hub',
		other: 'Otra red',
		keep: 'Guardarla en este hub para la próxima placa',
		keepHint: 'Cifrada. Quien añada placas puede dársela a una.',
		already: (ssid) => `Este hub ya guarda ${isolate(ssid)}. Lo que escribas aquí es solo para esta placa.`,
		full: (most) => `Este hub ya guarda ${most} redes, así que esta es solo para esta placa.`,
	},
	problems: {
		choose: 'Elige una red.',
		shortSecured: (least) => `Al menos ${least} caracteres.`,
	},

	second: {
		title: 'Segunda red Wi-Fi',
		lead: 'Si falla su propia red, la placa usa esta. El hub se la envía por la conexión cifrada, sin volver a grabarla.',
		set: (ssid) => `Red de reserva: ${isolate(ssid)}`,
		none: 'Aún ninguna',
		save: 'Definir segunda red',
		change: 'Cambiar',
		remove: 'Quitar',
		saved: (ssid) => `${isolate(ssid)} es ahora la segunda red.`,
		removed: 'Se ha quitado la segunda red.',
	},

	usb: {
		title: 'Wi-Fi por USB',
		open: 'Darle otra red Wi-Fi por USB',
		openHint: 'Para una placa que ha perdido su Wi-Fi: por cable, sin grabarla.',
		lead: 'Una placa que ha perdido su Wi-Fi recibe otra red por cable. No se graba nada, y conserva su token y sus ajustes.',
		connect: 'Conectar por USB',
		choosing: 'Elige el puerto de la placa en la ventana del navegador.',
		again: 'Conectar de nuevo',
		disconnect: 'Desconectar',
		over: 'Se perdió la conexión: se soltó el cable, u otro programa usa el puerto.',
		another: (board, name) => `La placa de este puerto es ${board}, no la de ${isolate(name)}.`,
		change: 'Otra red Wi-Fi',
		heading: 'Dale otra red Wi-Fi',
		how: 'El nombre y la contraseña llegan a la placa por el cable.',
		asking: 'Preguntando a la placa por las redes…',
		silent: [
			'La placa no responde.',
			'Puede que su firmware no permita configurar el Wi-Fi por cable, o que este puerto sea de otra cosa. Reinicia la placa y pregunta de nuevo, o crea firmware nuevo para ella.',
		],
		askAgain: 'Preguntar de nuevo',
		scanning: 'Buscando redes…',
		heard: 'Redes al alcance de la placa',
		none: 'No se encontró ninguna red. Las placas de este tipo solo usan 2,4 GHz. También puedes escribir un nombre.',
		isOpen: 'abierta',
		strength: (dBm) => `${String(dBm).replace('-', '−')} dBm`,
		other: 'Otra red',
		look: 'Buscar de nuevo',
		join: 'Unirse a esta red',
		joining: (ssid) => `Uniéndose a ${isolate(ssid)}… Puede tardar un minuto.`,
		joined: (ssid) => [`Está en ${isolate(ssid)}.`, 'La placa guarda esta red y ahora busca este hub.'],
		problem: (problem, trouble, ssid) => {
			if (problem === 'no-answer')
				return ['La placa no comunicó el resultado.', 'Mira su registro aquí abajo e inténtalo de nuevo.'];
			if (problem === 'not-taken') return ['La placa no lo aceptó.', 'Reinicia la placa e inténtalo de nuevo.'];
			if (trouble === 'wifi-password')
				return [`${isolate(ssid)} no la deja entrar.`, 'Escribe la contraseña otra vez.'];
			if (trouble === 'wifi-missing')
				return [`No encuentra ${isolate(ssid)}.`, '¿El nombre está escrito exactamente así, y es de 2,4 GHz?'];
			return [`No pudo unirse a ${isolate(ssid)}.`, '¿La contraseña es correcta, y la placa está dentro del alcance?'];
		},
		steps: {
			cable: ['Conectada por USB', 'El puerto está abierto', 'Por el puerto que elijas'],
		},
	},
};
