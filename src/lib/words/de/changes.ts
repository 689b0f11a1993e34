import type { Words } from '$lib/words/all-words.ts';
import { plainDecimal } from '$lib/words/format/numbers.ts';
import { exactDuration } from '$lib/words/format/duration.ts';
import { planWords } from './device/device-plan.ts';
import { scheduleWords } from './schedules.ts';
import { words } from './words.ts';

/** What was changed of a device, a scene or the settings, in the audit log. */
export const changeWords: Words['changeWords'] = {
	part: { relay: 'Relais', sensor: 'Sensor', schedule: 'Zeitplan' },
	order: 'Reihenfolge der Relais',
	goneRelay: 'ein Relais eines gelöschten Geräts',
	added: (part) => `${part} hinzugefügt`,
	removed: (part) => `${part} entfernt`,
	keys: {
		name: 'Name',
		icon: 'Symbol',
		kind: 'Art',
		pin: 'Pin',
		pin2: 'zweiter Pin',
		logic: 'Logik',
		powerOn: 'Zustand, wenn der Strom kommt',
		maxOn: 'maximale Einschaltdauer',
		pulse: 'Impuls',
		interlock: 'Verriegelung',
		deadTime: 'Totzeit',
		mode: 'Betriebsart',
		relay: 'Relais',
		pullUp: 'Pull-up',
		debounce: 'Entprellzeit',
		type: 'Typ',
		calibration: 'Korrekturwert',
		state: '',
		timeZone: 'Zeitzone',
		historyDays: 'Tage des Verlaufs',
		place: 'Standort',
	},
	values: {
		none: '–',
		on: 'an',
		off: 'aus',
		last: 'wie zuvor',
		positive: 'High-aktiv',
		negative: 'Low-aktiv',
		pullsLow: 'zieht auf low',
		pullsHigh: 'zieht auf high',
		scene: 'Szene',
		group: 'Gruppe',
		...planWords.relays.icons,
		...planWords.inputs.modes,
		...planWords.sensors.types,
	},
	duration: exactDuration,
	offset: (unit, by) => `${by > 0 ? '+' : '−'}${plainDecimal(Math.abs(by))} ${words.units[unit][0]}`,
	schedule: ({ relay, on, forMs, when = 'always', varyMinutes = 0, ...rest }) =>
		`${scheduleWords.sentence(relay ?? 'kein Relais', on, forMs)}, ${scheduleWords.when({ ...rest, when, varyMinutes })}`,
};
