import type { Words } from '$lib/words/all-words.ts';
import { exactDuration } from '$lib/words/format/duration.ts';
import { offsetText } from '$lib/words/format/readings.ts';
import { planWords } from './device/device-plan.ts';
import { scheduleWords } from './schedules.ts';

const SCHEDULE = 'Programación';
/** It is the only part of feminine gender. */
const isSchedule = (part: string) => part.startsWith(`${SCHEDULE} `);

/** What was changed of a device, a scene or the settings, in the audit log. */
export const changeWords: Words['changeWords'] = {
	part: { relay: 'Relé', sensor: 'Sensor', schedule: SCHEDULE },
	order: 'orden de los relés',
	goneRelay: 'un relé de un dispositivo eliminado',
	added: (part) => `${part} ${isSchedule(part) ? 'añadida' : 'añadido'}`,
	removed: (part) => `${part} ${isSchedule(part) ? 'eliminada' : 'eliminado'}`,
	keys: {
		name: 'nombre',
		icon: 'icono',
		kind: 'tipo',
		pin: 'pin',
		pin2: 'segundo pin',
		address: 'dirección',
		logic: 'lógica',
		powerOn: 'estado al arrancar',
		maxOn: 'tiempo máximo encendido',
		pulse: 'pulso',
		interlock: 'grupo de enclavamiento',
		deadTime: 'tiempo muerto',
		allOff: '«Apagar todo»',
		mode: 'modo',
		relay: 'relé',
		pullUp: 'pull-up',
		debounce: 'tiempo antirrebote',
		hold: 'tiempo de retención',
		type: 'tipo',
		calibration: 'calibración',
		state: '',
		timeZone: 'zona horaria',
		historyDays: 'días de historial',
		place: 'ubicación',
	},
	values: {
		none: 'ninguno',
		on: 'encendido',
		off: 'apagado',
		last: 'como estaba',
		positive: 'positiva',
		negative: 'negativa',
		pullsLow: 'lleva a nivel bajo',
		pullsHigh: 'lleva a nivel alto',
		included: 'incluido',
		leftOut: 'excluido',
		switch: 'interruptor',
		contact: 'contacto',
		motion: 'movimiento',
		scene: 'escena',
		group: 'grupo',
		...planWords.relays.icons,
		...planWords.inputs.modes,
		...planWords.sensors.types,
	},
	duration: exactDuration,
	offset: (unit, by) => offsetText(by, unit),
	schedule({ relay, on, forMs, when = 'always', varyMinutes = 0, ...rest }) {
		const days = scheduleWords.when({ ...rest, when, varyMinutes });
		return `${scheduleWords.sentence(relay ?? 'ningún relé', on, forMs)}, ${days.charAt(0).toLowerCase()}${days.slice(1)}`;
	},
};
