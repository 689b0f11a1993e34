import type { Words } from '$lib/words/all-words.ts';
import { isolate } from '$lib/words/format/isolate.ts';

/** The Wi-Fi networks that the hub keeps, on the page of its settings. */
export const networkWords: Words['networkWords'] = {
	title: 'Redes Wi-Fi',
	lead: 'Guardadas para la próxima placa, con las contraseñas cifradas. Quien añade una placa elige una de ellas y no escribe nada.',
	looking: 'Buscando las redes…',
	none: 'Aún no hay ninguna. La primera se guarda al añadir una placa.',
	open: 'Red abierta',
	add: 'Añadir una red',
	cancel: 'Cancelar',
	save: 'Guardar',
	kept: (ssid) => `${isolate(ssid)} se guarda para la próxima placa.`,
	full: (most) => `El hub guarda como máximo ${most} redes.`,
	change: 'Cambiar contraseña',
	changeOf: (ssid) => `Cambiar la contraseña de ${isolate(ssid)}`,
	changed: (ssid) => `Las próximas placas reciben la contraseña nueva de ${isolate(ssid)}.`,
	password: 'Contraseña nueva',
	remove: 'Quitar',
	removeOf: (ssid) => `Quitar ${isolate(ssid)}`,
	removed: (ssid) => `${isolate(ssid)} ya no se guarda.`,
	askChange: (ssid) => ({
		title: `¿Cambiar la contraseña de ${isolate(ssid)}?`,
		action: 'Cambiar contraseña',
		what: [
			{
				icon: 'wifi',
				bad: false,
				title: 'Las próximas placas la reciben',
				text: 'Se unen con la contraseña nueva.',
			},
			{
				icon: 'devices',
				bad: false,
				title: 'Las placas en uso conservan la antigua',
				text: 'Si ya no es correcta, dales la nueva por USB, en su página.',
			},
		],
	}),
	askRemove: (ssid) => ({
		title: `¿Quitar ${isolate(ssid)} de este hub?`,
		action: 'Quitar',
		what: [
			{
				icon: 'trash',
				bad: true,
				title: 'Se elimina su contraseña',
				text: 'Habrá que escribirla de nuevo para la próxima placa.',
			},
			{
				icon: 'wifi',
				bad: false,
				title: 'Las placas siguen conectadas',
				text: 'Las que ya la recibieron la conservan.',
			},
		],
	}),
};
