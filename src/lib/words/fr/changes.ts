import type { Words } from '$lib/words/all-words.ts';
import { exactDuration } from '$lib/words/format/duration.ts';
import { offsetText } from '$lib/words/format/readings.ts';
import { planWords } from './device/device-plan.ts';
import { scheduleWords } from './schedules.ts';

/** What was changed of a device, a scene or the settings, in the audit log. */
export const changeWords: Words['changeWords'] = {
	part: { relay: 'Relais', sensor: 'Capteur', schedule: 'Programmation' },
	order: 'ordre des relais',
	goneRelay: 'un relais d’un appareil supprimé',
	added: (part) => `Ajout de ${part}`,
	removed: (part) => `Retrait de ${part}`,
	keys: {
		name: 'nom',
		icon: 'icône',
		kind: 'type',
		pin: 'broche',
		pin2: 'deuxième broche',
		address: 'adresse',
		logic: 'logique',
		powerOn: 'état à la mise sous tension',
		maxOn: 'durée maximale d’allumage',
		pulse: 'impulsion',
		interlock: 'verrouillage mutuel',
		deadTime: 'temps mort',
		allOff: '« Tout éteindre »',
		mode: 'mode',
		relay: 'relais',
		pullUp: 'pull-up',
		debounce: 'antirebond',
		hold: 'durée de maintien',
		type: 'type',
		calibration: 'correction d’étalonnage',
		state: '',
		timeZone: 'fuseau horaire',
		historyDays: 'jours d’historique',
		place: 'lieu',
	},
	values: {
		none: 'aucun',
		on: 'allumé',
		off: 'éteint',
		last: 'comme avant',
		positive: 'actif à l’état haut',
		negative: 'actif à l’état bas',
		pullsLow: 'tire vers le bas',
		pullsHigh: 'tire vers le haut',
		included: 'inclus',
		leftOut: 'exclu',
		switch: 'interrupteur',
		contact: 'contact',
		motion: 'mouvement',
		scene: 'scène',
		group: 'groupe',
		...planWords.relays.icons,
		...planWords.inputs.modes,
		...planWords.sensors.types,
	},
	duration: exactDuration,
	offset: (unit, by) => offsetText(by, unit),
	schedule({ relay, on, forMs, when = 'always', varyMinutes = 0, ...rest }) {
		const days = scheduleWords.when({ ...rest, when, varyMinutes }).replace(/^Tous/, 'tous');
		return `${scheduleWords.sentence(relay ?? 'aucun relais', on, forMs)}, ${days}`;
	},
};
