import type { ScheduleEvent, ScheduleWhen } from '$protocol/dashboard/plan.ts';
import type { Words } from '$lib/words/all-words.ts';
import { daysOf, timeOf } from '$lib/words/format/days.ts';
import { exactDuration } from '$lib/words/format/duration.ts';
import { isolate } from '$lib/words/format/isolate.ts';

/** after "o", "przed" and "po" */
const events = {
	sunrise: { at: 'o wschodzie słońca', before: 'przed wschodem słońca', after: 'po wschodzie słońca' },
	sunset: { at: 'o zachodzie słońca', before: 'przed zachodem słońca', after: 'po zachodzie słońca' },
};
const distanceOf = (minutes: number) => exactDuration(Math.abs(minutes) * 60_000);

function whenOf(event: ScheduleEvent, minutes: number): string {
	if (event === 'time') return `o ${timeOf(minutes)}`;
	if (minutes === 0) return events[event].at;
	return `${distanceOf(minutes)} ${events[event][minutes < 0 ? 'before' : 'after']}`;
}

/** What follows the days of a schedule. */
const whenWords: Record<ScheduleWhen, string> = {
	always: '',
	'at-home': ', tylko w domu',
	'in-vacation': ', tylko w czasie urlopu',
};

export const scheduleWords: Words['scheduleWords'] = {
	title: 'Harmonogramy',
	none: 'Nic nie przełącza się według zegara.',
	lead: 'Zapisane i wykonywane na płytce, także bez huba.',
	clockUnset: 'Zegar nieustawiony: harmonogramy czekają, aż płytka pozna godzinę.',
	next: (when, zone) => `Następny raz ${when} · ${zone}`,
	nextVaried: (when, zone) => `Następny raz ${when}, z odchyleniem · ${zone}`,
	noVacation: 'Zadziała w czasie następnego urlopu.',
	notInVacation: 'Nie działa w czasie urlopu.',
	notWithinYear: 'Przy obecnych ustawieniach nie zadziała przez rok.',
	asking: 'Sprawdzanie następnego terminu…',
	unsaved: (zone) => `${zone ? `Według strefy ${zone}. ` : ''}Następny termin będzie znany po zapisaniu.`,
	notOnBoard: 'Jeszcze nie na płytce.',
	noClock: 'Czeka na zegar płytki.',
	noSun: 'Słońce nie wschodzi tam ani nie zachodzi przez cały rok.',
	noPlace: 'Wschód i zachód słońca wymagają twojej lokalizacji.',
	setPlace: 'Podaj lokalizację domu',
	sentence: (relay, on, forMs) =>
		`${isolate(relay)} ${on ? 'wł.' : 'wył.'}${on && forMs > 0 ? ` na ${exactDuration(forMs)}` : ''}`,
	when: ({ weekdays, event, minutes, when, varyMinutes }) =>
		`${daysOf(weekdays)} ${whenOf(event, minutes)}${whenWords[when]}${varyMinutes > 0 ? `, w czasie urlopu z odchyleniem do ${varyMinutes} min` : ''}`,
	relay: 'Przekaźnik',
	state: 'Przełącz na',
	on: 'Wł.',
	off: 'Wył.',
	days: 'Dni',
	event: 'Kiedy',
	events: { time: 'Godzina', sunrise: 'Wschód słońca', sunset: 'Zachód słońca' },
	time: 'Godzina',
	offset: 'Przesunięcie',
	offsetOf: (minutes) =>
		minutes === 0 ? 'Dokładnie wtedy' : `${distanceOf(minutes)} ${minutes < 0 ? 'wcześniej' : 'później'}`,
	earlier: (minutes) => `${minutes} min wcześniej`,
	later: (minutes) => `${minutes} min później`,
	runs: 'Kiedy działa',
	whens: { always: 'Zawsze', 'at-home': 'Tylko w domu', 'in-vacation': 'Tylko w czasie urlopu' },
	vary: 'Odchylenie w czasie urlopu',
	varyBy: (minutes) => (minutes === 0 ? 'Bez' : `± ${minutes} min`),
	varyLess: (minutes) => `Odchylenie mniejsze o ${minutes} min`,
	varyMore: (minutes) => `Odchylenie większe o ${minutes} min`,
	varyHint: 'Płytka codziennie losuje nową godzinę, aby wyglądało, że ktoś jest w domu.',
	forMs: 'Na jak długo',
	forHint: 'Puste: bez limitu czasu.',
	add: 'Dodaj harmonogram',
	remove: 'Usuń harmonogram',
};
