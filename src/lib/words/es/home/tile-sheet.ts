import type { Words } from '$lib/words/all-words.ts';
import { exactDuration } from '$lib/words/format/duration.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { at, left } from '../moment.ts';

/** The sheet of a tile. */
export const sheetWords: Words['sheetWords'] = {
	favourite: (name) => `${isolate(name)} es favorito`,
	onFor: 'Encender durante',
	timer: {
		preset: (minutes) => exactDuration(minutes * 60_000),
		other: 'Otro…',
		more: (minutes) => `${minutes} min más`,
		stay: 'Dejar encendido',
		running(when, leftMs, totalMs) {
			const minutes = Math.ceil(leftMs / 60_000);
			const remaining =
				leftMs <= 60_000
					? left(`${Math.ceil(leftMs / 1_000)} s`)
					: totalMs && totalMs < 3 * 3_600_000
						? left(`${minutes} de ${totalMs / 60_000} min`)
						: left(exactDuration(minutes * 60_000));
			return `Se apaga ${at(when)} · ${remaining.charAt(0).toLowerCase()}${remaining.slice(1)}`;
		},
	},
	rules: 'Reglas',
	onBoard: 'en la placa',
	onHub: 'en el hub',
	moved: 'Quién lo accionó',
	changed: 'Últimos cambios',
	never: 'Aún no se sabe nada.',
	edit: 'Editar',
	does: 'Qué hace',
	run: 'Ejecutar',
	notConnected: 'Su placa no tiene conexión, así que ahora no se puede accionar.',
	mayNot: 'Puedes verlo, pero no controlarlo.',
	hubLost: 'No hay conexión con el hub, así que ahora no se puede accionar.',
};

/** What makes a relay switch, besides people. */
export const ruleWords: Words['ruleWords'] = {
	maxOn: (time) => `Se apaga solo al cabo de ${time}`,
	pulse: (time) => `Una pulsación dura ${time}`,
	never: (names) => `Nunca encendido a la vez que ${names.map(isolate).join(', ')}`,
	powerOn: {
		on: 'Se enciende cuando vuelve la corriente',
		last: 'Recupera su último estado cuando vuelve la corriente',
	},
	input: (name) => `Sigue al interruptor de pared ${isolate(name)}`,
	schedule: (on, when, forTime) =>
		`${on ? 'Se enciende' : 'Se apaga'} ${when.charAt(0).toLowerCase()}${when.slice(1)}${forTime && `, durante ${forTime}`}`,
	scene: (on, name) => `Se ${on ? 'enciende' : 'apaga'} al ejecutar ${isolate(name)}`,
	group: (name) => `Forma parte de ${isolate(name)}`,
	none: 'Solo hace lo que alguien le pide.',
};
