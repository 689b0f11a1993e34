import type { Words } from '$lib/words/all-words.ts';
import { exactDuration } from '$lib/words/format/duration.ts';
import { offsetText } from '$lib/words/format/readings.ts';
import { planWords } from './device/device-plan.ts';
import { scheduleWords } from './schedules.ts';

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
		address: 'Adresse',
		logic: 'Logik',
		powerOn: 'Zustand, wenn der Strom kommt',
		maxOn: 'maximale Einschaltdauer',
		pulse: 'Impuls',
		interlock: 'Verriegelung',
		deadTime: 'Totzeit',
		allOff: '„Alles aus“',
		mode: 'Betriebsart',
		relay: 'Relais',
		pullUp: 'Pull-up',
		debounce: 'Entprellzeit',
		hold: 'Haltezeit',
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
		included: 'einbezogen',
		leftOut: 'ausgenommen',
		switch: 'Schalter',
		contact: 'Kontakt',
		motion: 'Bewegung',
		scene: 'Szene',
		group: 'Gruppe',
		...planWords.relays.icons,
		...planWords.inputs.modes,
		...planWords.sensors.types,
	},
	duration: exactDuration,
	offset: (unit, by) => offsetText(by, unit),
	schedule: ({ relay, on, forMs, when = 'always', varyMinutes = 0, ...rest }) =>
		`${scheduleWords.sentence(relay ?? 'kein Relais', on, forMs)}, ${scheduleWords.when({ ...rest, when, varyMinutes })}`,
};
