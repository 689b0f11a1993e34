import type { Words } from '$lib/words/all-words.ts';
import type { ScheduleEvent } from '$protocol/dashboard/plan.ts';
import { exactDuration } from '$lib/words/format/duration.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { daysOf, timeOf } from '$lib/words/format/days.ts';
import { at } from './when.ts';

const isBefore = (minutes: number) => minutes < 0;
const durationOf = (minutes: number) => exactDuration(Math.abs(minutes) * 60_000);
const events = {
	sunrise: { at: 'all’alba', before: 'prima dell’alba', after: 'dopo l’alba' },
	sunset: { at: 'al tramonto', before: 'prima del tramonto', after: 'dopo il tramonto' },
};

function whenOf(event: ScheduleEvent, minutes: number): string {
	if (event === 'time') return at(timeOf(minutes));
	if (minutes === 0) return events[event].at;
	return `${durationOf(minutes)} ${events[event][isBefore(minutes) ? 'before' : 'after']}`;
}

/** Names of weekdays are written small, but they begin a sentence here. */
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** What follows the days of a schedule. */
const whenWords = { always: '', 'at-home': ', solo a casa', 'in-vacation': ', solo in vacanza' };

export const scheduleWords: Words['scheduleWords'] = {
	title: 'Programmi',
	none: 'Nulla è comandato a orario.',
	lead: 'Salvati ed eseguiti sulla scheda, anche quando l’hub è spento.',
	clockUnset: 'Orologio non impostato: i programmi aspettano che la scheda conosca l’ora.',
	next: (when, zone) => `Prossimo: ${when} · ${zone}`,
	nextVaried: (when, zone) => `Prossimo: ${when} circa · ${zone}`,
	noVacation: 'Parte nella prossima vacanza.',
	notInVacation: 'Non parte durante la vacanza.',
	notWithinYear: 'Così com’è, non parte entro un anno.',
	asking: 'Cerco la prossima esecuzione…',
	unsaved: (zone) => `${zone ? `Secondo l’ora di ${zone}. ` : ''}La prossima esecuzione sarà nota dopo il salvataggio.`,
	notOnBoard: 'Non ancora sulla scheda.',
	noClock: 'Attende l’orologio della scheda.',
	noSun: 'Lì il sole non sorge o non tramonta entro un anno.',
	noPlace: 'Per alba e tramonto serve sapere dove ti trovi.',
	setPlace: 'Indica dove si trova la casa',
	sentence: (relay, on, forMs) =>
		`${isolate(relay)}: ${on ? 'acceso' : 'spento'}${on && forMs > 0 ? ` per ${exactDuration(forMs)}` : ''}`,
	when: ({ weekdays, event, minutes, when, varyMinutes }) =>
		`${capital(daysOf(weekdays))} ${whenOf(event, minutes)}${whenWords[when]}${varyMinutes > 0 ? `, in vacanza varia fino a ${varyMinutes} min` : ''}`,
	relay: 'Relè',
	state: 'Azione',
	on: 'Accendi',
	off: 'Spegni',
	days: 'Giorni',
	event: 'Quando',
	events: { time: 'Ora', sunrise: 'Alba', sunset: 'Tramonto' },
	time: 'Ora',
	offset: 'Anticipo o ritardo',
	offsetOf: (minutes) =>
		minutes === 0 ? 'In quel momento' : `${durationOf(minutes)} ${isBefore(minutes) ? 'prima' : 'dopo'}`,
	earlier: (minutes) => `${minutes} min prima`,
	later: (minutes) => `${minutes} min dopo`,
	runs: 'Quando è attivo',
	whens: { always: 'Sempre', 'at-home': 'Solo a casa', 'in-vacation': 'Solo in vacanza' },
	vary: 'Varia in vacanza',
	varyBy: (minutes) => (minutes === 0 ? 'No' : `± ${minutes} min`),
	varyLess: (minutes) => `Varia di ${minutes} min in meno`,
	varyMore: (minutes) => `Varia di ${minutes} min in più`,
	varyHint: 'La scheda sceglie un nuovo orario ogni giorno, così sembra che ci sia qualcuno in casa.',
	forMs: 'Per quanto tempo',
	forHint: 'Vuoto: resta acceso.',
	add: 'Aggiungi programma',
	remove: 'Rimuovi programma',
};
