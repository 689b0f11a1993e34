import type { UpdateView } from '$protocol/dashboard/updates.ts';
import type { Words } from '$lib/words/all-words.ts';
import { isUnderWay } from '$lib/updates/under-way.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { percent } from '$lib/words/format/numbers.ts';
import { counted } from '$lib/words/format/plural.ts';
import { asOf } from './moments.ts';

/** under 40 characters, so that it fits on one line of a card */
function stateOf({ state, version }: UpdateView, away: boolean): string {
	switch (state) {
		case 'waiting':
			return away ? 'Aktualizacja czeka na płytkę' : 'Czeka na aktualizację';
		case 'sending':
			return away ? 'Aktualizacja wstrzymana, brak łącza' : `Aktualizacja do ${version}`;
		case 'checking':
			return `Sprawdzanie ${version}`;
		case 'restarting':
			return `Uruchamianie ${version}`;
		case 'done':
			return `Zaktualizowano do ${version}`;
		case 'failed':
			return 'Aktualizacja się nie udała';
		case 'skipped':
			return 'Aktualizacja pominięta';
	}
}

/** Firmware updates over the link. */
export const updateWords: Words['updateWords'] = {
	title: 'Aktualizacje płytek',
	lead: 'Płytka po płytce, przez szyfrowane łącze. Płytka jest gotowa, gdy wróci tu z nowym firmware’em.',
	none: 'Ten hub nie ma nowszego firmware’u niż jego płytki.',
	looking: 'Szukanie nowszego firmware’u…',
	from: (running, newest) => `${running} → ${newest}`,
	relayOn: 'Przekaźnik jest włączony',
	fallsBack: 'ESP32 sam wraca do starszego firmware’u, jeśli nowy nie połączy się z tym hubem.',
	noFallBack: 'ESP8266 nie ma drugiego miejsca na firmware: wadliwy trzeba wymienić przez kabel.',
	evenIfOn: 'Także płytki z włączonym przekaźnikiem',
	evenIfOnHint:
		'Inaczej zostaną pominięte. Taki przekaźnik jest wyłączony, gdy płytka uruchamia się ponownie, potem znów się włącza.',
	choose: 'Wybierz',
	all: 'Wszystkie',
	onlyFailed: 'Tylko nieudane',
	noneChosen: 'Żadne',
	chosen: (count, of) => `Wybrano ${count} z ${of}`,
	updateAll: (count) =>
		`Aktualizuj ${counted(count, { one: 'płytkę', few: 'płytki', many: 'płytek', other: 'płytki' })}`,
	stop: 'Zatrzymaj po tej',
	running: 'Ostatnie aktualizacje',

	offer: (newest) => `Aktualizuj do ${newest}`,
	again: (newest) => `Spróbuj ponownie ${newest}`,
	ask: (name, { running, newest, fallsBack }, on) => ({
		title: `Zaktualizować urządzenie ${isolate(name)}?`,
		action: 'Aktualizuj',
		what: [
			{
				icon: 'up',
				bad: false,
				title: `Zamiast ${running} będzie ${newest}`,
				text: 'Przez szyfrowane łącze, w minutę lub dwie. Płytka działa dalej, aż uruchomi nową wersję.',
			},
			on.length > 0
				? {
						icon: 'relay',
						bad: true,
						title: `Włączone: ${on.map(isolate).join(', ')}`,
						text: 'Wyłączy się na chwilę ponownego uruchamiania płytki, potem znów włączy.',
					}
				: {
						icon: 'relay',
						bad: false,
						title: 'Żaden przekaźnik się nie przełączy',
						text: 'Wszystkie są wyłączone i takie zostaną.',
					},
			fallsBack
				? {
						icon: 'undo',
						bad: false,
						title: 'Powrót jest możliwy',
						text: 'Jeśli nowy firmware nie połączy się z tym hubem, płytka wróci do starszego.',
					}
				: {
						icon: 'usb',
						bad: true,
						title: 'Nie wróci samo do starszej wersji',
						text: 'ESP8266 nie ma drugiego miejsca na firmware: wadliwy trzeba wymienić przez kabel.',
					},
			{
				icon: 'shield',
				bad: false,
				title: 'Token i ustawienia zostają',
				text: 'Po aktualizacji to nadal to samo urządzenie.',
			},
		],
	}),

	state: stateOf,
	stateThen: (update, time) =>
		isUnderWay(update) ? `Aktualizacja trwała, stan ${asOf(time)}` : stateOf(update, false),
	percent: (done) => percent(done),
};
