import type { ScheduleEvent } from '$protocol/dashboard/plan.ts';
import type { Words } from '$lib/words/all-words.ts';
import { daysOf, timeOf } from '$lib/words/format/days.ts';
import { exactDuration } from '$lib/words/format/duration.ts';
import { isolate } from '$lib/words/format/isolate.ts';

const offsetOf = (minutes: number) =>
	`${exactDuration(Math.abs(minutes) * 60_000)} ${minutes < 0 ? 'avant' : 'après'}`;
const events = { sunrise: 'lever du soleil', sunset: 'coucher du soleil' };

function whenOf(event: ScheduleEvent, minutes: number): string {
	if (event === 'time') return `à ${timeOf(minutes)}`;
	return minutes === 0 ? `au ${events[event]}` : `${offsetOf(minutes)} le ${events[event]}`;
}

/** What a board does by the clock or by the sun. */
export const scheduleWords: Words['scheduleWords'] = {
	title: 'Programmations',
	none: 'Rien n’est commandé à heure fixe.',
	lead: 'Conservées et exécutées sur la carte, même sans le hub.',
	clockUnset: 'Horloge non réglée : les programmations attendent que la carte connaisse l’heure.',
	next: (when, zone) => `Prochaine fois : ${when} · ${zone}`,
	asking: 'Recherche de la prochaine exécution…',
	unsaved: (zone) =>
		`${zone ? `Heure du fuseau ${zone}. ` : ''}La prochaine exécution sera connue après l’enregistrement.`,
	notOnBoard: 'Pas encore sur la carte.',
	noClock: 'Attend l’heure de la carte.',
	noSun: 'Le soleil ne s’y lève ou ne s’y couche pas de toute l’année.',
	noPlace: 'Pour le lever et le coucher du soleil, il faut connaître votre lieu.',
	setPlace: 'Indiquer votre lieu dans Paramètres',
	sentence: (relay, on, forMs) =>
		`${isolate(relay)} : ${on ? 'allumer' : 'éteindre'}${on && forMs > 0 ? ` pendant ${exactDuration(forMs)}` : ''}`,
	when: (weekdays, event, minutes) => `${daysOf(weekdays)} ${whenOf(event, minutes)}`,
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
	forMs: 'Pendant combien de temps',
	forHint: 'Vide : il reste allumé.',
	add: 'Ajouter une programmation',
	remove: 'Retirer la programmation',
};
