import type { Words } from '$lib/words/all-words.ts';
import { exactDuration } from '$lib/words/format/duration.ts';
import { offsetText } from '$lib/words/format/readings.ts';
import { planWords } from './device/device-plan.ts';
import { scheduleWords } from './schedules.ts';

const small = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** What was changed of a device, a scene or the settings, in the audit log. */
export const changeWords: Words['changeWords'] = {
	part: { relay: 'Relè', sensor: 'Sensore', schedule: 'Programma' },
	order: 'ordine dei relè',
	goneRelay: 'un relè di un dispositivo eliminato',
	added: (part) => `Aggiunto: ${part}`,
	removed: (part) => `Rimosso: ${part}`,
	keys: {
		name: 'nome',
		icon: 'icona',
		kind: 'tipo',
		pin: 'pin',
		pin2: 'secondo pin',
		address: 'indirizzo',
		logic: 'logica',
		powerOn: 'stato all’accensione',
		maxOn: 'tempo massimo acceso',
		pulse: 'impulso',
		interlock: 'gruppo di blocco reciproco',
		deadTime: 'tempo morto',
		allOff: '“Spegni tutto”',
		mode: 'modalità',
		relay: 'relè',
		pullUp: 'pull-up',
		debounce: 'tempo antirimbalzo',
		hold: 'tempo di mantenimento',
		type: 'tipo',
		calibration: 'calibrazione',
		state: '',
		timeZone: 'fuso orario',
		historyDays: 'giorni di cronologia',
		place: 'luogo',
	},
	values: {
		none: 'nessuno',
		on: 'acceso',
		off: 'spento',
		last: 'come prima',
		positive: 'positiva',
		negative: 'negativa',
		pullsLow: 'porta a livello basso',
		pullsHigh: 'porta a livello alto',
		included: 'incluso',
		leftOut: 'escluso',
		switch: 'interruttore',
		contact: 'contatto',
		motion: 'movimento',
		scene: 'scena',
		group: 'gruppo',
		...planWords.relays.icons,
		...planWords.relays.modes,
		...planWords.inputs.modes,
		...planWords.sensors.types,
	},
	duration: exactDuration,
	offset: (unit, by) => offsetText(by, unit),
	schedule: ({ relay, on, forMs, when = 'always', varyMinutes = 0, ...rest }) =>
		`${scheduleWords.sentence(relay ?? 'nessun relè', on, forMs)}, ${small(scheduleWords.when({ ...rest, when, varyMinutes }))}`,
};
