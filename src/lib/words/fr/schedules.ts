import type { ScheduleEvent, ScheduleWhen } from '$protocol/dashboard/plan.ts';
import type { Words } from '$lib/words/all-words.ts';
import { daysOf, timeOf } from '$lib/words/format/days.ts';
import { exactDuration } from '$lib/words/format/duration.ts';
import { isolate } from '$lib/words/format/isolate.ts';

const offsetOf = (minutes: number) => `${exactDuration(Math.abs(minutes) * 60_000)} ${minutes < 0 ? 'avant' : 'après'}`;
const events = { sunrise: 'lever du soleil', sunset: 'coucher du soleil' };

function whenOf(event: ScheduleEvent, minutes: number): string {
	if (event === 'time') return `à ${timeOf(minutes)}`;
	return minutes === 0 ? `au ${events[event]}` : `${offsetOf(minutes)} le ${events[event]}`;
}

/** What follows the days of a schedule. */
const whenWords: Record<ScheduleWhen, string> = {
	always: '',
	'at-home': ', seulement à la maison',
	'in-vacation': ', seulement en vacances',
};

/** What a board does by the clock or by the sun. */
export const scheduleWords: Words['scheduleWords'] = {
	title: 'Programmations',
	none: 'Rien n’est commandé à heure fixe.',
	lead: 'Conservées et exécutées sur la carte, même sans le hub.',
	clockUnset: 'Horloge non réglée : les programmations attendent que la carte connaisse l’heure.',
	next: (when, zone) => `Prochaine fois : ${when} · ${zone}`,
	nextVaried: (when, zone) => `Prochaine fois : ${when}, variable · ${zone}`,
	noVacation: 'S’exécute aux prochaines vacances.',
	notInVacation: 'Ne s’exécute pas en vacances.',
	notWithinYear: 'Dans l’état actuel, ne s’exécute pas d’ici un an.',
	asking: 'Recherche de la prochaine exécution…',
	unsaved: (zone) =>
		`${zone ? `Heure du fuseau ${zone}. ` : ''}La prochaine exécution sera connue après l’enregistrement.`,
	notOnBoard: 'Pas encore sur la carte.',
	noClock: 'Attend l’heure de la carte.',
	noSun: 'Le soleil ne s’y lève ou ne s’y couche pas de toute l’année.',
	noPlace: 'Pour le lever et le coucher du soleil, il faut connaître votre lieu.',
	setPlace: 'Indiquer le lieu de la maison',
	sentence: (relay, on, forMs) =>
		`${isolate(relay)} : ${on ? 'allumer' : 'éteindre'}${on && forMs > 0 ? ` pendant ${exactDuration(forMs)}` : ''}`,
	when: ({ weekdays, event, minutes, when, varyMinutes }) =>
		`${daysOf(weekdays)} ${whenOf(event, minutes)}${whenWords[when]}${varyMinutes > 0 ? `, à ${varyMinutes} min près en vacances` : ''}`,
	relay: 'Relais',
	state: 'Action',
	on: 'Allumer',
	off: 'Éteindre',
	days: 'Jours',
	event: 'Quand',
	events: { time: 'Heure', sunrise: 'Lever du soleil', sunset: 'Coucher du soleil' },
	time: 'Heure',
	offset: 'Décalage',
	offsetOf: (minutes) => (minutes === 0 ? 'À ce moment précis' : offsetOf(minutes)),
	earlier: (minutes) => `${minutes} min plus tôt`,
	later: (minutes) => `${minutes} min plus tard`,
	runs: 'Quand elle s’exécute',
	whens: { always: 'Toujours', 'at-home': 'Seulement à la maison', 'in-vacation': 'Seulement en vacances' },
	vary: 'Varier en vacances',
	varyBy: (minutes) => (minutes === 0 ? 'Non' : `± ${minutes} min`),
	varyLess: (minutes) => `Varier de ${minutes} min de moins`,
	varyMore: (minutes) => `Varier de ${minutes} min de plus`,
	varyHint: 'La carte tire chaque jour une nouvelle heure, comme si quelqu’un était à la maison.',
	forMs: 'Pendant combien de temps',
	forHint: 'Vide : il reste allumé.',
	add: 'Ajouter une programmation',
	remove: 'Retirer la programmation',
};
