import type { ScheduleEvent, ScheduleWhen } from '$protocol/dashboard/plan.ts';
import type { Words } from '$lib/words/all-words.ts';
import { daysOf, timeOf } from '$lib/words/format/days.ts';
import { exactDuration } from '$lib/words/format/duration.ts';
import { isolate } from '$lib/words/format/isolate.ts';

const offsetOf = (minutes: number) => `${exactDuration(Math.abs(minutes) * 60_000)} ${minutes < 0 ? 'vor' : 'nach'}`;
const events = { sunrise: 'Sonnenaufgang', sunset: 'Sonnenuntergang' };

function whenOf(event: ScheduleEvent, minutes: number): string {
	if (event === 'time') return `um ${timeOf(minutes)}`;
	return minutes === 0 ? `bei ${events[event]}` : `${offsetOf(minutes)} ${events[event]}`;
}

const whenWords: Record<ScheduleWhen, string> = {
	always: '',
	'at-home': ', nur zu Hause',
	'in-vacation': ', nur im Urlaub',
};

export const scheduleWords: Words['scheduleWords'] = {
	title: 'Zeitpläne',
	none: 'Nichts wird nach der Uhr geschaltet.',
	lead: 'Gespeichert und ausgeführt auf dem Board, auch ohne den Hub.',
	clockUnset: 'Uhr nicht gestellt: Zeitpläne warten, bis das Board die Zeit kennt.',
	next: (when, zone) => `Nächstes Mal ${when} · ${zone}`,
	nextVaried: (when, zone) => `Nächstes Mal ${when}, variiert · ${zone}`,
	noVacation: 'Läuft im nächsten Urlaub.',
	notInVacation: 'Läuft nicht im Urlaub.',
	notWithinYear: 'Läuft mit diesen Einstellungen ein Jahr lang nicht.',
	asking: 'Nächste Ausführung wird ermittelt…',
	unsaved: (zone) =>
		`${zone ? `Nach der Zeit in ${zone}. ` : ''}Die nächste Ausführung ist nach dem Speichern bekannt.`,
	notOnBoard: 'Noch nicht auf dem Board.',
	noClock: 'Wartet auf die Uhr des Boards.',
	noSun: 'Die Sonne geht dort ein Jahr lang weder auf noch unter.',
	noPlace: 'Für Sonnenaufgang und Sonnenuntergang muss dein Standort bekannt sein.',
	setPlace: 'Standort angeben',
	sentence: (relay, on, forMs) =>
		`${isolate(relay)} ${on ? 'an' : 'aus'}${on && forMs > 0 ? ` für ${exactDuration(forMs)}` : ''}`,
	when: ({ weekdays, event, minutes, when, varyMinutes }) =>
		`${daysOf(weekdays)} ${whenOf(event, minutes)}${whenWords[when]}${varyMinutes > 0 ? `, ${when === 'in-vacation' ? '' : 'im Urlaub '}um bis zu ${varyMinutes} Min. variiert` : ''}`,
	relay: 'Relais',
	state: 'Schalten',
	on: 'An',
	off: 'Aus',
	days: 'Tage',
	event: 'Wann',
	events: { time: 'Uhrzeit', sunrise: 'Sonnenaufgang', sunset: 'Sonnenuntergang' },
	time: 'Uhrzeit',
	offset: 'Versatz',
	offsetOf: (minutes) =>
		minutes === 0 ? 'Genau dann' : `${exactDuration(Math.abs(minutes) * 60_000)} ${minutes < 0 ? 'vorher' : 'nachher'}`,
	earlier: (minutes) => `${minutes} Min. früher`,
	later: (minutes) => `${minutes} Min. später`,
	runs: 'Wann er läuft',
	whens: { always: 'Immer', 'at-home': 'Nur zu Hause', 'in-vacation': 'Nur im Urlaub' },
	vary: 'Im Urlaub variieren',
	varyBy: (minutes) => (minutes === 0 ? 'Nicht' : `± ${minutes} Min.`),
	varyLess: (minutes) => `${minutes} Min. weniger variieren`,
	varyMore: (minutes) => `${minutes} Min. mehr variieren`,
	varyHint: 'Das Board wählt jeden Tag zufällig eine neue Zeit, damit es aussieht, als wäre jemand zu Hause.',
	forMs: 'Wie lange',
	forHint: 'Leer: Es bleibt an.',
	add: 'Zeitplan hinzufügen',
	remove: 'Zeitplan entfernen',
};
