import type { ScheduleEvent, ScheduleWhen } from '$protocol/dashboard/plan.ts';
import type { Words } from '$lib/words/all-words.ts';
import { daysOf, timeOf } from '$lib/words/format/days.ts';
import { exactDuration } from '$lib/words/format/duration.ts';
import { isolate } from '$lib/words/format/isolate.ts';

const offsetOf = (minutes: number) => `${exactDuration(Math.abs(minutes) * 60_000)} ${minutes < 0 ? 'voor' : 'na'}`;
const events = { sunrise: 'zonsopkomst', sunset: 'zonsondergang' };

function whenOf(event: ScheduleEvent, minutes: number): string {
	if (event === 'time') return `om ${timeOf(minutes)}`;
	return minutes === 0 ? `bij ${events[event]}` : `${offsetOf(minutes)} ${events[event]}`;
}

/** What follows the days of a schedule. */
const whenWords: Record<ScheduleWhen, string> = {
	always: '',
	'at-home': ', niet in de vakantie',
	'in-vacation': ', alleen in de vakantie',
};

export const scheduleWords: Words['scheduleWords'] = {
	title: 'Schema’s',
	none: 'Er wordt niets op tijd geschakeld.',
	lead: 'Het board bewaart ze en voert ze uit, ook als de hub weg is.',
	clockUnset: 'De klok is niet gezet: schema’s wachten tot het board weet hoe laat het is.',
	next: (when, zone) => `Volgende keer: ${when} · ${zone}`,
	nextVaried: (when, zone) => `Volgende keer: ${when}, ongeveer · ${zone}`,
	noVacation: 'Wordt uitgevoerd in de volgende vakantie.',
	notInVacation: 'Wordt in de vakantie niet uitgevoerd.',
	notWithinYear: 'Wordt zoals het nu staat binnen een jaar niet uitgevoerd.',
	asking: 'De volgende keer wordt opgezocht…',
	unsaved: (zone) => `${zone ? `Volgens de tijd van ${zone}. ` : ''}De volgende keer zie je na het opslaan.`,
	notOnBoard: 'Nog niet op het board.',
	noClock: 'Wacht op de klok van het board.',
	noSun: 'De zon komt daar binnen een jaar niet op of gaat er niet onder.',
	noPlace: 'Voor zonsopkomst en zonsondergang moet de hub weten waar je bent.',
	setPlace: 'Geef de locatie op',
	sentence: (relay, on, forMs) =>
		on && forMs > 0 ? `${isolate(relay)} ${exactDuration(forMs)} aan` : `${isolate(relay)} ${on ? 'aan' : 'uit'}`,
	when: ({ weekdays, event, minutes, when, varyMinutes }) =>
		`${daysOf(weekdays)} ${whenOf(event, minutes)}${whenWords[when]}${varyMinutes > 0 ? `, ${when === 'in-vacation' ? '' : 'in de vakantie '}tot ${varyMinutes} min eerder of later` : ''}`,
	relay: 'Relais',
	state: 'Schakelen',
	on: 'Aan',
	off: 'Uit',
	days: 'Dagen',
	event: 'Wanneer',
	events: { time: 'Tijd', sunrise: 'Zonsopkomst', sunset: 'Zonsondergang' },
	time: 'Tijd',
	offset: 'Verschuiving',
	offsetOf: (minutes) => (minutes === 0 ? 'Op dat moment' : `${offsetOf(minutes)} dat moment`),
	earlier: (minutes) => `${minutes} min eerder`,
	later: (minutes) => `${minutes} min later`,
	runs: 'Wanneer het loopt',
	whens: { always: 'Altijd', 'at-home': 'Niet in de vakantie', 'in-vacation': 'Alleen in de vakantie' },
	vary: 'Wisselende tijd in de vakantie',
	varyBy: (minutes) => (minutes === 0 ? 'Nee' : `± ${minutes} min`),
	varyLess: (minutes) => `${minutes} min minder wisselen`,
	varyMore: (minutes) => `${minutes} min meer wisselen`,
	varyHint: 'Het board kiest elke dag een andere tijd, zodat het lijkt alsof er iemand thuis is.',
	forMs: 'Hoelang',
	forHint: 'Leeg: blijft aan.',
	add: 'Schema toevoegen',
	remove: 'Schema verwijderen',
};
