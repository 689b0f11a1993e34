import type { ScheduleEvent, ScheduleWhen } from '$protocol/dashboard/plan.ts';
import type { Words } from '$lib/words/all-words.ts';
import { type Recurrence, daysOf, timeOf } from '$lib/words/format/days.ts';
import { exactDuration } from '$lib/words/format/duration.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { at } from './moment.ts';

const offsetOf = (minutes: number) =>
	`${exactDuration(Math.abs(minutes) * 60_000)} ${minutes < 0 ? 'antes' : 'después'}`;
const events = { sunrise: 'amanecer', sunset: 'atardecer' };

function whenOf(event: ScheduleEvent, minutes: number): string {
	if (event === 'time') return at(timeOf(minutes));
	return minutes === 0 ? `al ${events[event]}` : `${offsetOf(minutes)} del ${events[event]}`;
}

/** What follows the days of a schedule. */
const whenWords: Record<ScheduleWhen, string> = {
	always: '',
	'at-home': ', solo en casa',
	'in-vacation': ', solo en vacaciones',
};

export const scheduleWords: Words['scheduleWords'] = {
	title: 'Programaciones',
	none: 'No hay nada programado.',
	lead: 'Se guardan y se ejecutan en la placa, también sin el hub.',
	clockUnset: 'Reloj sin hora: las programaciones esperan hasta que la placa sepa la hora.',
	next: (when, zone) => `Siguiente: ${when} · ${zone}`,
	nextVaried: (when, zone) => `Siguiente: ${when}, variable · ${zone}`,
	noVacation: 'Se ejecuta en las próximas vacaciones.',
	notInVacation: 'No se ejecuta en vacaciones.',
	notWithinYear: 'Tal como está, no se ejecuta en un año.',
	asking: 'Buscando la próxima vez…',
	unsaved: (zone) => `${zone ? `Según la hora de ${zone}. ` : ''}La próxima vez se sabrá al guardar.`,
	notOnBoard: 'Aún no está en la placa.',
	noClock: 'Espera a que la placa tenga hora.',
	noSun: 'Allí el sol no sale ni se pone en todo un año.',
	noPlace: 'Para el amanecer y el atardecer hay que saber dónde estás.',
	setPlace: 'Indica dónde está la casa',
	sentence: (relay, on, forMs) =>
		`${isolate(relay)}: ${on ? 'encender' : 'apagar'}${on && forMs > 0 ? ` durante ${exactDuration(forMs)}` : ''}`,
	when: ({ weekdays, event, minutes, when, varyMinutes }: Recurrence) =>
		`${daysOf(weekdays)} ${whenOf(event, minutes)}${whenWords[when]}${varyMinutes > 0 ? `, ${when === 'in-vacation' ? '' : 'en vacaciones '}con hasta ${varyMinutes} min de diferencia` : ''}`,
	relay: 'Relé',
	state: 'Acción',
	on: 'Encender',
	off: 'Apagar',
	days: 'Días',
	event: 'Cuándo',
	events: { time: 'Hora', sunrise: 'Amanecer', sunset: 'Atardecer' },
	time: 'Hora',
	offset: 'Diferencia',
	offsetOf: (minutes) => (minutes === 0 ? 'En ese momento' : offsetOf(minutes)),
	earlier: (minutes) => `${minutes} min antes`,
	later: (minutes) => `${minutes} min después`,
	runs: 'Cuándo se ejecuta',
	whens: { always: 'Siempre', 'at-home': 'Solo en casa', 'in-vacation': 'Solo en vacaciones' },
	vary: 'Variar en vacaciones',
	varyBy: (minutes) => (minutes === 0 ? 'No' : `± ${minutes} min`),
	varyLess: (minutes) => `Variar ${minutes} min menos`,
	varyMore: (minutes) => `Variar ${minutes} min más`,
	varyHint: 'La placa elige cada día una hora distinta, como si hubiera alguien en casa.',
	forMs: 'Durante cuánto tiempo',
	forHint: 'Vacío: se queda encendido.',
	add: 'Añadir programación',
	remove: 'Eliminar programación',
};
