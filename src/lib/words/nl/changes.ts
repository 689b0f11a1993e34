import type { Words } from '$lib/words/all-words.ts';
import { exactDuration } from '$lib/words/format/duration.ts';
import { offsetText } from '$lib/words/format/readings.ts';
import { planWords } from './device/device-plan.ts';
import { scheduleWords } from './schedules.ts';

/** What was changed of a device, a scene or the settings, in the audit log. */
export const changeWords: Words['changeWords'] = {
	part: { relay: 'Relais', sensor: 'Sensor', schedule: 'Schema' },
	order: 'volgorde van de relais',
	goneRelay: 'een relais van een verwijderd apparaat',
	added: (part) => `${part} toegevoegd`,
	removed: (part) => `${part} verwijderd`,
	keys: {
		name: 'naam',
		icon: 'pictogram',
		kind: 'soort',
		pin: 'pin',
		pin2: 'tweede pin',
		address: 'adres',
		logic: 'logica',
		powerOn: 'toestand na stroomuitval',
		maxOn: 'maximale tijd aan',
		pulse: 'puls',
		interlock: 'vergrendeling',
		deadTime: 'dode tijd',
		allOff: '‘Alles uit’',
		mode: 'modus',
		relay: 'relais',
		pullUp: 'pull-up',
		debounce: 'ontdendertijd',
		hold: 'vasthoudtijd',
		type: 'type',
		calibration: 'correctie',
		state: '',
		timeZone: 'tijdzone',
		historyDays: 'dagen geschiedenis',
		place: 'locatie',
	},
	values: {
		none: 'geen',
		on: 'aan',
		off: 'uit',
		last: 'zoals het was',
		positive: 'actief hoog',
		negative: 'actief laag',
		pullsLow: 'trekt laag',
		pullsHigh: 'trekt hoog',
		included: 'doet mee',
		leftOut: 'overgeslagen',
		switch: 'schakelaar',
		contact: 'contact',
		motion: 'beweging',
		scene: 'scène',
		group: 'groep',
		...planWords.relays.icons,
		...planWords.inputs.modes,
		...planWords.sensors.types,
	},
	duration: exactDuration,
	offset: (unit, by) => offsetText(by, unit),
	schedule({ relay, on, forMs, when = 'always', varyMinutes = 0, ...rest }) {
		const days = scheduleWords.when({ ...rest, when, varyMinutes }).replace(/^Elke/, 'elke');
		return `${scheduleWords.sentence(relay ?? 'geen relais', on, forMs)}, ${days}`;
	},
};
