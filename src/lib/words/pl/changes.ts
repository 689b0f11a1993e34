import type { Words } from '$lib/words/all-words.ts';
import { exactDuration } from '$lib/words/format/duration.ts';
import { offsetText } from '$lib/words/format/readings.ts';
import { planWords } from './device/device-plan.ts';
import { scheduleWords } from './schedules.ts';

/** What was changed of a device, a scene or the settings, in the audit log. */
export const changeWords: Words['changeWords'] = {
	part: { relay: 'Przekaźnik', sensor: 'Czujnik', schedule: 'Harmonogram' },
	order: 'kolejność przekaźników',
	goneRelay: 'przekaźnik usuniętego urządzenia',
	added: (part) => `Dodano „${part}”`,
	removed: (part) => `Usunięto „${part}”`,
	keys: {
		name: 'nazwa',
		icon: 'ikona',
		kind: 'rodzaj',
		pin: 'pin',
		pin2: 'drugi pin',
		address: 'adres',
		logic: 'logika',
		powerOn: 'stan po włączeniu zasilania',
		maxOn: 'najdłuższy czas włączenia',
		pulse: 'impuls',
		interlock: 'blokada wzajemna',
		deadTime: 'czas martwy',
		allOff: '„Wyłącz wszystko”',
		mode: 'tryb',
		relay: 'przekaźnik',
		pullUp: 'pull-up',
		debounce: 'eliminacja drgań',
		hold: 'czas podtrzymania',
		type: 'typ',
		calibration: 'korekta',
		state: '',
		timeZone: 'strefa czasowa',
		historyDays: 'dni historii',
		place: 'lokalizacja',
	},
	values: {
		none: '–',
		on: 'wł.',
		off: 'wył.',
		last: 'jak poprzednio',
		positive: 'aktywny stan wysoki',
		negative: 'aktywny stan niski',
		pullsLow: 'zwiera do stanu niskiego',
		pullsHigh: 'zwiera do stanu wysokiego',
		included: 'uwzględniany',
		leftOut: 'pomijany',
		switch: 'włącznik',
		contact: 'kontakt',
		motion: 'ruch',
		scene: 'scena',
		group: 'grupa',
		...planWords.relays.icons,
		...planWords.inputs.modes,
		...planWords.sensors.types,
	},
	duration: exactDuration,
	offset: (unit, by) => offsetText(by, unit),
	schedule: ({ relay, on, forMs, when = 'always', varyMinutes = 0, ...rest }) => {
		const days = scheduleWords.when({ ...rest, when, varyMinutes }).replace(/^Codziennie/, 'codziennie');
		return `${scheduleWords.sentence(relay ?? 'brak przekaźnika', on, forMs)}, ${days}`;
	},
};
