import type { Words } from '$lib/words/all-words.ts';
import { exactDuration } from '$lib/words/format/duration.ts';
import { isolate } from '$lib/words/format/isolate.ts';

/** The sheet of a tile. */
export const sheetWords: Words['sheetWords'] = {
	favourite: (name) => `${isolate(name)} w ulubionych`,
	onFor: 'Włącz na',
	timer: {
		preset: (minutes) => exactDuration(minutes * 60_000),
		other: 'Inny…',
		more: (minutes) => `${minutes} min dłużej`,
		stay: 'Bez limitu',
		running(when, leftMs, totalMs) {
			const minutes = Math.ceil(leftMs / 60_000);
			const left =
				leftMs <= 60_000
					? `${Math.ceil(leftMs / 1_000)} s`
					: totalMs && totalMs < 3 * 3_600_000
						? `${minutes} z ${totalMs / 60_000} min`
						: exactDuration(minutes * 60_000);
			return `Wyłączenie: ${when} · jeszcze ${left}`;
		},
	},
	rules: 'Reguły',
	onBoard: 'na płytce',
	onHub: 'na hubie',
	moved: 'Kto przełączał',
	changed: 'Ostatnie zmiany',
	never: 'Nic jeszcze nie wiadomo.',
	edit: 'Edytuj',
	does: 'Co robi',
	run: 'Uruchom',
	notConnected: 'Płytka nie jest połączona, więc nie można teraz przełączać.',
	mayNot: 'Możesz to widzieć, ale nie przełączać.',
	hubLost: 'Hub jest nieosiągalny, więc nie można teraz przełączać.',
};

/** What makes a relay switch, besides people. */
export const ruleWords: Words['ruleWords'] = {
	maxOn: (time) => `Samo się wyłącza po ${time}`,
	pulse: (time) => `Naciśnięcie trwa ${time}`,
	never: (names) => `Nigdy nie działa razem z: ${names.map(isolate).join(', ')}`,
	powerOn: {
		on: 'Włącza się po powrocie zasilania',
		last: 'Po powrocie zasilania przyjmuje ostatni stan',
	},
	input: (name) => `Reaguje na przełącznik ścienny ${isolate(name)}`,
	schedule: (on, when, forTime) =>
		`${on ? 'Włącza się' : 'Wyłącza się'}: ${when.charAt(0).toLowerCase()}${when.slice(1)}${forTime && `, na ${forTime}`}`,
	scene: (on, name) => `${on ? 'Włącza się' : 'Wyłącza się'} razem ze sceną ${isolate(name)}`,
	group: (name) => `Należy do grupy ${isolate(name)}`,
	none: 'Działa tylko na polecenie domowników.',
};
